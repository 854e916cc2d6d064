/** A path told by the Irregular Terrain Model; what it shares with any other stands in `explanation`. */
export const itm = {
  climate: {
    equatorial: 'xích đạo',
    continentalSubtropical: 'cận nhiệt đới lục địa',
    maritimeSubtropical: 'cận nhiệt đới biển',
    desert: 'hoang mạc',
    continentalTemperate: 'ôn đới lục địa',
    maritimeTemperateLand: 'ôn đới biển, trên đất liền',
    maritimeTemperateSea: 'ôn đới biển, trên mặt biển',
  },
  mode: { lineOfSight: 'tầm nhìn của Trái Đất nhẵn', diffraction: 'nhiễu xạ', troposcatter: 'tán xạ đối lưu' },
  radio:
    'Mô hình ITM (Longley-Rice): {{frequency}} MHz, {{polarisation}}, {{time}} % thời gian, {{locations}} % vị trí, {{situations}} % tình huống (mdvar {{mode}}).',
  horizons:
    'Chân trời của máy phát cách nó {{tx}}, góc {{txAngle}} mrad; của máy thu cách nó {{rx}}, góc {{rxAngle}} mrad.',
  terrain:
    'Độ gồ ghề Δh {{irregularity}} m, độ cao hiệu dụng {{txHeight}} m và {{rxHeight}} m; vùng của mô hình: {{mode}}.',
  terms: {
    title: 'Các thành phần suy hao:',
    freeSpace: 'Không gian tự do',
    reference: 'Suy hao quy chiếu A_ref so với không gian tự do',
    variability: 'Biến động theo thời gian, vị trí và tình huống',
    total: 'Suy hao truyền sóng, ITM',
    p1812: 'Để đối chiếu: giá trị trung vị theo ITU-R P.1812',
    more: 'ITM nhiều hơn',
  },
  outside: 'Ngoài phạm vi của ITM: {{quantity}} {{value}}, phạm vi {{min}} đến {{max}}; kết quả không được bảo đảm.',
  assumed:
    'Giả định: khí hậu {{climate}} ({{name}}), N0 = {{n0}} đơn vị N, đất ε = {{permittivity}}, σ = {{conductivity}} S/m.',
} as const;
