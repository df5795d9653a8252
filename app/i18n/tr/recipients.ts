/** A fax's recipients: pasted lists and tables. */
export const recipients = {
  hint: 'Numarayı yazıp Enter’a basın; bir listeyi yapıştırın ya da dosyadan ekleyin.',
  fromFile: 'Dosyadan ekle…',
  merged: 'Yinelenen {{n}} numara birleştirildi.',
  more: 've {{n}} girdi daha alınamadı.',
  showAll: 'Tümünü göster',
  rejectedTitle: 'Alınamayan girdiler',
  why: {
    noNumber: '“{{input}}” alınamadı: numara yok.',
    shortened:
      '“{{input}}” alınamadı: hesap tablosu numarayı kısaltmış. Sütunu “Metin” olarak biçimlendirip yeniden kaydedin.',
    letters: '“{{input}}” alınamadı: numaranın içinde harf var.',
    tooShort: '“{{input}}” alınamadı: numara çok kısa.',
    noAreaCode:
      '“{{input}}” alınamadı: alan kodu yok. Alan koduyla yazın, örneğin 0\u00a0212\u00a0320\u00a050\u00a072.',
    tooLong: '“{{input}}” alınamadı: numara çok uzun.',
    impossible:
      '“{{input}}” bir faks numarası olamaz. Alan koduyla yazın, örneğin 0\u00a0212\u00a0320\u00a050\u00a072.',
    tooMany: '“{{input}}” alınamadı: bir faks en çok 1.000 alıcıya gider.',
  },
  file: {
    title: '“{{name}}” dosyasından alıcı ekle',
    numberColumn: 'Numara sütunu',
    nameColumn: 'Ad sütunu',
    noName: 'Ad yok',
    column: '{{n}}. sütun',
    header: 'İlk satır başlık',
    preview: 'Önizleme',
    added: 'Eklenecek: {{n}}',
    repeated: 'Yinelenen, birleştirildi: {{n}}',
    rejected: 'Alınamayan: {{n}}',
    line: '{{line}}. satır: {{why}}',
    confirm: '{{n}} alıcıyı ekle',
    empty: 'Dosyada satır yok. Excel’de “Farklı Kaydet” ile CSV olarak kaydedip seçin.',
    notText: 'Bu dosya bir metin değil. Excel’de “Farklı Kaydet” ile CSV olarak kaydedip onu seçin.',
  },
} as const;
