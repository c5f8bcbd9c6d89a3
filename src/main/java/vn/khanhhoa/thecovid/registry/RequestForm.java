package vn.khanhhoa.thecovid.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.paper.Cell;
import vn.khanhhoa.thecovid.platform.paper.Flow;
import vn.khanhhoa.thecovid.platform.paper.Table;
import vn.khanhhoa.thecovid.platform.paper.TaggedPdf;
import vn.khanhhoa.thecovid.platform.paper.Typeface;

/**
 * The request form on A4: who applies, where its people work, and room for signature and stamp. The reference code ties
 * the paper to one version of the registration.
 */
final class RequestForm {
    private static final double GAP = 5;
    private static final double SIGNATURE_HEIGHT = 40;
    private static final int SIZE = 11;
    private static final Flow.Style NATION = new Flow.Style(TaggedPdf.TEXT, Typeface.BOLD, SIZE, Flow.Place.CENTRE);
    private static final Flow.Style TITLE = new Flow.Style(TaggedPdf.TITLE, Typeface.BOLD, 16, Flow.Place.CENTRE);
    private static final Flow.Style SUBTITLE =
            new Flow.Style(TaggedPdf.TEXT, Typeface.REGULAR, SIZE, Flow.Place.CENTRE);
    private static final Flow.Style HEADING = new Flow.Style(TaggedPdf.HEADING, Typeface.BOLD, SIZE, Flow.Place.LEFT);
    private static final Flow.Style TEXT = new Flow.Style(TaggedPdf.TEXT, Typeface.REGULAR, SIZE, Flow.Place.LEFT);
    private static final Flow.Style SIGNATURE =
            new Flow.Style(TaggedPdf.TEXT, Typeface.REGULAR, SIZE, Flow.Place.SIGNATURE);
    private static final Table.Style PROFILE = new Table.Style(SIZE, false);
    private static final Table.Style WORKPLACES = new Table.Style(SIZE, true);

    private final RegistrationView registration;
    private final Catalogue catalogue;
    private final List<WorkplaceView> workplaces;
    private final LocalDate day;

    RequestForm(RegistrationView registration, Catalogue catalogue, List<WorkplaceView> workplaces, LocalDate day) {
        this.registration = registration;
        this.catalogue = catalogue;
        this.workplaces = workplaces;
        this.day = day;
    }

    byte[] pdf() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Flow.write("Đơn đăng ký đơn vị " + registration.formCode(), Texts.VIETNAMESE, bytes, this::draw);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void draw(Flow page) throws IOException {
        page.text(NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        page.text(NATION, "Độc lập - Tự do - Hạnh phúc");
        page.gap(GAP);
        page.text(TITLE, "ĐƠN ĐĂNG KÝ ĐƠN VỊ");
        page.text(SUBTITLE, "tham gia Cổng Thẻ Covid tỉnh Khánh Hòa");
        page.text(NATION, "Mã tham chiếu: " + registration.formCode() + "   ·   Lần đăng ký: " + registration.number());
        page.gap(GAP);
        page.table(PROFILE, this::profile, 2, 5);
        page.gap(GAP);
        page.room(2 * GAP + SIGNATURE_HEIGHT);
        page.text(HEADING, "Nơi làm việc");
        page.table(WORKPLACES, this::workplaces, 4, 6, 3, 2);
        page.gap(GAP);
        page.text(
                TEXT,
                "Đơn vị cam kết những nội dung trên là đúng, thực hiện phương án phòng, chống dịch đã gửi và chịu"
                        + " trách nhiệm về danh sách đề nghị cấp thẻ của mình.");
        page.gap(GAP);
        page.room(SIGNATURE_HEIGHT);
        page.text(SIGNATURE, "Ngày " + day.getDayOfMonth() + " tháng " + day.getMonthValue() + " năm " + day.getYear());
        page.text(SIGNATURE, "Người đại diện của đơn vị");
        page.text(SIGNATURE, "(ký, ghi rõ họ tên, đóng dấu)");
    }

    private void profile(Table table) throws IOException {
        RegistrationProfile profile = registration.profile();
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

    private void workplaces(Table table) throws IOException {
        table.heads(List.of("Tên", "Địa chỉ", "Khu", "Số người"));
        for (WorkplaceView workplace : workplaces) {
            table.row(
                    Cell.of(Typeface.REGULAR, workplace.name()),
                    Cell.of(Typeface.REGULAR, workplace.address() + ", " + workplace.areaPath()),
                    Cell.of(Typeface.REGULAR, zone(workplace.zoneCode())),
                    Cell.of(Typeface.REGULAR, String.valueOf(workplace.headcount())));
        }
    }

    private String zone(String code) {
        return catalogue.zones(day).stream()
                .filter(zone -> zone.code().equals(code))
                .findFirst()
                .map(ZoneView::name)
                .orElse("");
    }

    private static void line(Table table, String label, String value) throws IOException {
        table.row(Cell.head(Typeface.REGULAR, label), Cell.of(Typeface.BOLD, value));
    }
}
