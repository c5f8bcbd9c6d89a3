package vn.khanhhoa.thecovid.browser;

/** What sheets of posts say. */
final class Sheets {
    private Sheets() {}

    /** A checkpoint where passing it and carrying goods are checked, and one activity of which no rule says anything. */
    static String usual() {
        return """
            {"post":{"id":"post-1","kind":"CHECKPOINT","name":"Chốt Đèo Cả","area":{"code":"22366","name":"Vạn Ninh"},
             "address":"Quốc lộ 1","agency":"Sở Giao thông vận tải","hotline":"0258 3822 222","open":true,"opensAt":null,"closesAt":null},
             "device":{"id":"device-1","name":"Máy 2"},
             "activities":[{"code":"QC_LIENTINH","vi":"Qua chốt liên tỉnh","en":"Passing a checkpoint of the province"},
                           {"code":"VT_HANG","vi":"Lái xe hàng, giao hàng","en":"Carrying goods"},
                           {"code":"YT_CAPCUU","vi":"Cấp cứu","en":"Emergency care"},
                           {"code":"YT_KHAM","vi":"Khám bệnh","en":"Seeing a doctor"},
                           {"code":"MB_CHO","vi":"Đi chợ","en":"Going to market"}],
             "names":{"LV_DN":{"vi":"Làm việc tại doanh nghiệp","en":"Work at an enterprise"},
                      "VT_HANG":{"vi":"Lái xe hàng, giao hàng","en":"Carrying goods"}},
             "rules":[
               {"activity":"QC_LIENTINH","from":null,"to":null,"scenario":{"code":"KB3","vi":"Nguy cơ cao","en":"High risk"},
                "document":"Quyết định 9696/KH-UBND","criteria":{"document":"Hướng dẫn 01"},"note":{"vi":"","en":""},
                "answers":{"GREEN":{"verdict":"PASS","conditions":[]},
                           "YELLOW":{"verdict":"MORE","conditions":[{"kind":"TEST","hours":72,
                               "vi":"Kết quả xét nghiệm âm tính trong 72 giờ","en":"A negative test within 72 hours"}]},
                           "RED":{"verdict":"STOP","conditions":[]},
                           "NONE":{"verdict":"MORE","conditions":[{"kind":"LEVEL","hours":null,"vi":"Giấy tờ tiêm chủng","en":"Papers of vaccination"}]}},
                "capacity":null,"people":null},
               {"activity":"VT_HANG","from":null,"to":null,"scenario":{"code":"KB3","vi":"Nguy cơ cao","en":"High risk"},
                "document":"Quyết định 9696/KH-UBND","criteria":null,"note":{"vi":"","en":""},
                "answers":{"GREEN":{"verdict":"MORE","conditions":[{"kind":"REGISTRATION","hours":null,"vi":"Đã đăng ký","en":"Registered"}]},
                           "YELLOW":{"verdict":"STOP","conditions":[]},"RED":{"verdict":"STOP","conditions":[]},
                           "NONE":{"verdict":"STOP","conditions":[]}},
                "capacity":50,"people":null},
               {"activity":"YT_CAPCUU","from":null,"to":null,"always":true,"scenario":{"code":"KB3","vi":"Nguy cơ cao","en":"High risk"},
                "document":"Quyết định 9696/KH-UBND","criteria":null,"answers":{},"capacity":null,"people":null},
               {"activity":"YT_KHAM","from":null,"to":null,"scenario":{"code":"KB3","vi":"Nguy cơ cao","en":"High risk"},
                "document":"Quyết định 9696/KH-UBND","criteria":null,
                "answers":{"GREEN":{"verdict":"PASS","conditions":[]},
                           "HOLD":{"verdict":"MORE","conditions":[{"kind":"TRIAGE","hours":null,"vi":"Theo phân luồng","en":"As triage directs"}]}},
                "capacity":null,"people":null}],
             "papers":[{"code":"GIAY_DI_DUONG","vi":"Giấy đi đường của xã, phường","en":"Travel paper of the commune","from":null,"to":null},
                       {"code":"GIAY_CU","vi":"Giấy đi đường cũ","en":"Old travel paper","from":null,"to":"2021-10-01"}],
             "staleAfterMinutes":60,"fallback":{"vi":"Cho qua khi thẻ còn hạn và giấy tờ tùy thân khớp.","en":"Let through where the card is in its time and the identity paper agrees."},
             "codes":[{"system":"CCCD","pattern":"\\\\d{12}\\\\|[^|]*\\\\|.*","vi":"Căn cước công dân","en":"Identity card","lookup":true},
                      {"system":"EUDCC","pattern":"HC1:.*","vi":"Hộ chiếu vắc xin","en":"Vaccine passport","lookup":false}],
             "scansPerCall":500,"serverTime":"2021-10-15T05:00:00Z"}
            """;
    }
}
