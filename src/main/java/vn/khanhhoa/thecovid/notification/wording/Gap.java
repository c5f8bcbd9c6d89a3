package vn.khanhhoa.thecovid.notification.wording;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a template leaves open, written {@code {ho_ten}}: in Vietnamese without marks, because administrators write them.
 * The subject of a mail is read by whoever sees the screen, so it holds nothing of a person.
 */
public enum Gap {
    NAME("ho_ten", false, "Nguyễn Thị Ngọc Hà"),
    ORGANISATION("don_vi", true, "Công ty TNHH Chế biến Hải sản Nha Trang"),
    AGENCY("co_quan", true, "UBND phường Vĩnh Hòa"),
    CODE("ma_tra_cuu", false, "7Q4M-2XWD-K9TB-3A"),
    LINK("lien_ket", false, "https://thecovid.example/citizen/status"),
    PRIVACY("rieng_tu", false, "https://thecovid.example/public/privacy"),
    LIST("danh_sach", true, "Ca sáng tháng 12"),
    COUNT("so_de_nghi", true, "128"),
    RESULT("ket_qua", true, "12 đã duyệt, 2 trả lại để bổ sung"),
    REASON("ly_do", false, "Đề nghị còn thiếu dữ liệu cần để xét duyệt."),
    AMENDMENT("dieu_chinh", false, "thay đổi nội dung"),
    FROM("tu_ngay", false, "01/12/2021"),
    TO("den_ngay", false, "31/12/2021"),
    SECRET("ma_xac_nhan", false, "482913"),
    UNTIL("den_luc", false, "14:35");

    private final String word;
    private final boolean inSubject;
    private final String example;

    Gap(String word, boolean inSubject, String example) {
        this.word = word;
        this.inSubject = inSubject;
        this.example = example;
    }

    /** As it is written between braces. */
    public String word() {
        return word;
    }

    public String written() {
        return "{" + word + "}";
    }

    /** Key of the sentence that says what fills it. */
    public String key() {
        return "notification.gap." + word.replace('_', '-');
    }

    public boolean mayStandInSubject() {
        return inSubject;
    }

    /** What a preview fills it with, where the portal itself knows nothing better. */
    public String example() {
        return example;
    }

    public static Optional<Gap> of(String word) {
        return Arrays.stream(values()).filter(gap -> gap.word.equals(word)).findFirst();
    }
}
