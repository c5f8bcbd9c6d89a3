package vn.khanhhoa.thecovid.registry;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import vn.khanhhoa.thecovid.platform.PdfFonts;

/**
 * The request form on A4: who applies, where its people work, and room for signature and stamp. The reference code ties
 * the paper to one version of the registration.
 */
final class RequestForm {
    private static final float MARGIN = 56;
    private static final float SIGNATURE_HEIGHT = 110;
    private static final float LEADING = 1.35f;
    private static final int TEXT = 11;
    private static final int TITLE = 16;

    private final RegistrationView registration;
    private final Catalogue catalogue;
    private final List<WorkplaceView> workplaces;
    private final LocalDate day;
    private final Font text = PdfFonts.regular(TEXT);
    private final Font bold = PdfFonts.bold(TEXT);
    private final Font title = PdfFonts.bold(TITLE);

    RequestForm(RegistrationView registration, Catalogue catalogue, List<WorkplaceView> workplaces, LocalDate day) {
        this.registration = registration;
        this.catalogue = catalogue;
        this.workplaces = workplaces;
        this.day = day;
    }

    byte[] pdf() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document page = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(page, bytes);
        page.addTitle("Đơn đăng ký đơn vị " + registration.formCode());
        page.open();
        page.add(centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold));
        page.add(centred("Độc lập - Tự do - Hạnh phúc", bold));
        page.add(spaced(centred("ĐƠN ĐĂNG KÝ ĐƠN VỊ", title)));
        page.add(centred("tham gia Cổng Thẻ Covid tỉnh Khánh Hòa", text));
        page.add(centred(
                "Mã tham chiếu: " + registration.formCode() + "   ·   Lần đăng ký: " + registration.number(), bold));
        page.add(profile());
        page.add(spaced(new Paragraph("Nơi làm việc", bold)));
        page.add(workplaces());
        page.add(spaced(new Paragraph(
                "Đơn vị cam kết những nội dung trên là đúng, thực hiện phương án phòng, chống dịch đã gửi và chịu"
                        + " trách nhiệm về danh sách đề nghị cấp thẻ của mình.",
                text)));
        page.add(signature());
        page.close();
        return bytes.toByteArray();
    }

    private static Paragraph centred(String words, Font font) {
        Paragraph paragraph = new Paragraph(words, font);
        paragraph.setAlignment(Element.ALIGN_CENTER);
        return paragraph;
    }

    private static Paragraph spaced(Paragraph paragraph) {
        paragraph.setSpacingBefore(TITLE);
        paragraph.setSpacingAfter(TEXT / 2f);
        return paragraph;
    }

    private PdfPTable profile() {
        RegistrationProfile profile = registration.profile();
        PdfPTable table = table(2, 5);
        table.setSpacingBefore(TITLE);
        line(table, "Tên đơn vị", profile.name());
        line(
                table,
                "Loại đơn vị",
                catalogue.organisationTypes(day).stream()
                        .filter(type -> type.code().equals(registration.typeCode()))
                        .findFirst()
                        .map(OrganisationTypeView::nameVi)
                        .orElse(registration.typeCode()));
        if (registration.identifierKind() != IdentifierKind.NONE) {
            line(table, identifierLabel(), registration.identifier());
        }
        line(
                table,
                "Ngành nghề",
                catalogue.sectors(day).stream()
                        .filter(sector -> sector.code().equals(profile.sectorCode()))
                        .findFirst()
                        .map(sector -> sector.code() + " - " + sector.nameVi())
                        .orElse(""));
        line(table, "Địa chỉ trụ sở", profile.address() + ", " + registration.areaPath());
        line(table, "Số người làm việc", profile.headcount() == 0 ? "" : String.valueOf(profile.headcount()));
        line(table, "Người đại diện", profile.representative());
        line(table, "Người liên hệ", profile.contactName());
        return table;
    }

    private String identifierLabel() {
        return switch (registration.identifierKind()) {
            case TAX_CODE -> "Mã số thuế";
            case ESTABLISHMENT_NO -> "Số quyết định thành lập, giấy phép";
            case HOUSEHOLD_NO -> "Số đăng ký hộ kinh doanh";
            case AGENCY_CODE -> "Mã cơ quan";
            case NONE -> "";
        };
    }

    private PdfPTable workplaces() {
        PdfPTable table = table(4, 6, 3, 2);
        table.setHeaderRows(1);
        for (String head : List.of("Tên", "Địa chỉ", "Khu", "Số người")) {
            table.addCell(cell(head, bold, Rectangle.BOX));
        }
        for (WorkplaceView workplace : workplaces) {
            table.addCell(cell(workplace.name(), text, Rectangle.BOX));
            table.addCell(cell(workplace.address() + ", " + workplace.areaPath(), text, Rectangle.BOX));
            table.addCell(cell(zone(workplace.zoneCode()), text, Rectangle.BOX));
            table.addCell(cell(String.valueOf(workplace.headcount()), text, Rectangle.BOX));
        }
        return table;
    }

    private String zone(String code) {
        return catalogue.zones(day).stream()
                .filter(zone -> zone.code().equals(code))
                .findFirst()
                .map(ZoneView::name)
                .orElse("");
    }

    private PdfPTable signature() {
        PdfPTable table = table(1, 1);
        table.setKeepTogether(true);
        table.addCell(cell("", text, Rectangle.NO_BORDER));
        PdfPCell place = cell(
                "Ngày " + day.getDayOfMonth() + " tháng " + day.getMonthValue() + " năm " + day.getYear()
                        + "\nNgười đại diện của đơn vị\n(ký, ghi rõ họ tên, đóng dấu)",
                text,
                Rectangle.NO_BORDER);
        place.setHorizontalAlignment(Element.ALIGN_CENTER);
        place.setMinimumHeight(SIGNATURE_HEIGHT);
        table.addCell(place);
        return table;
    }

    private static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        return table;
    }

    private void line(PdfPTable table, String label, String value) {
        table.addCell(cell(label, text, Rectangle.NO_BORDER));
        table.addCell(cell(value, bold, Rectangle.NO_BORDER));
    }

    private static PdfPCell cell(String words, Font font, int border) {
        PdfPCell cell = new PdfPCell(new Phrase(words, font));
        cell.setLeading(0, LEADING);
        cell.setBorder(border);
        cell.setPadding(TEXT / 2f);
        return cell;
    }
}
