export const overview = {
  title: 'Tổng quan',
  definitions: 'Các số này nghĩa là gì?',
  layers: 'Lớp dữ liệu và nguồn gốc',
  layersHint: 'Bật, tắt lớp trên bản đồ; nguồn gốc ghi cạnh tên lớp.',
  targets: 'Mục tiêu và hiện trạng nêu trong bài báo',
  targetsHint: 'Số trong bài, bên cạnh số mà nghiên cứu này tìm thấy.',
  stated: 'Bài báo nêu',
  found: 'Tìm thấy',
  basis: { computed: 'tính ra', input: 'là đầu vào của gói dữ liệu', unknown: 'nghiên cứu này chưa trả lời được' },
} as const;
