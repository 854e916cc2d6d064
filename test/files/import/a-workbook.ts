import writeXlsx from 'write-excel-file/node';

/** A sheet of one hamlet below a title. */
export const aWorkbook = new Uint8Array(
  await writeXlsx([
    [{ value: 'Danh sách xóm' }],
    [{ value: 'Tên xóm' }, { value: 'Kinh độ' }, { value: 'Vĩ độ' }, { value: 'Dân số' }],
    [{ value: 'Xóm Đình' }, { value: 105.82 }, { value: 21.62 }, { value: 312 }],
  ]).toBuffer(),
);
