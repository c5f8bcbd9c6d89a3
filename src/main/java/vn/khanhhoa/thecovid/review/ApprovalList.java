package vn.khanhhoa.thecovid.review;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.person.Holder;
import vn.khanhhoa.thecovid.platform.PdfFonts;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Texts;

/** The numbered list of what an approver agreed to in one act, on A4, for the file. Written page by page. */
public final class ApprovalList {
    private static final float MARGIN = 48;
    private static final int TEXT = 10;
    private static final int TITLE = 15;
    private static final int STEP = 500;
    private static final float[] WIDTHS = {1, 4, 2, 3, 4, 4, 4};
    private static final float PADDING = 4;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(PortalClock.ZONE);

    private final Font text = PdfFonts.regular(TEXT);
    private final Font struck = new Font(text.getBaseFont(), TEXT, Font.STRIKETHRU);
    private final Font bold = PdfFonts.bold(TEXT);
    private final Font title = PdfFonts.bold(TITLE);

    /**
     * @param voided what became of lines that hold no more
     * @param lines those from a place on, some hundreds at a time; empty at the end
     * @param reason what a code is called
     */
    public void write(
            Approvals.Approval approval,
            String agency,
            List<ApprovedLines.VoidedLines> voided,
            IntFunction<List<ApprovedLines.Line>> lines,
            LongFunction<String> organisation,
            UnaryOperator<String> reason,
            OutputStream out) {
        Document page = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter writer = PdfWriter.getInstance(page, out);
        page.addTitle(word("review.approval-list") + " " + approval.number() + "/" + approval.year());
        page.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("vi"));
        page.add(new Paragraph(agency, bold));
        Paragraph heading =
                new Paragraph(word("review.approval-list") + " " + approval.number() + "/" + approval.year(), title);
        heading.setAlignment(Element.ALIGN_CENTER);
        heading.setSpacingBefore(TITLE);
        page.add(heading);
        Paragraph who = new Paragraph(
                word("review.approved-by", approval.approver(), TIME.format(approval.begunAt()), approval.approved()),
                text);
        who.setAlignment(Element.ALIGN_CENTER);
        page.add(who);
        for (ApprovedLines.VoidedLines each : voided) {
            Paragraph what = new Paragraph(word(each.key(), each.lines(), each.by(), TIME.format(each.last())), bold);
            what.setAlignment(Element.ALIGN_CENTER);
            page.add(what);
        }
        page.add(new Paragraph(" ", text));
        int written = 0;
        for (List<ApprovedLines.Line> some = lines.apply(0); !some.isEmpty(); some = lines.apply(written)) {
            page.add(table(some, written == 0, organisation, reason));
            written += some.size();
        }
        page.close();
    }

    public static int step() {
        return STEP;
    }

    private PdfPTable table(
            List<ApprovedLines.Line> lines,
            boolean headed,
            LongFunction<String> organisation,
            UnaryOperator<String> reason) {
        PdfPTable table = new PdfPTable(WIDTHS);
        table.setWidthPercentage(100);
        if (headed) {
            for (String key :
                    List.of("number", "person", "birth-year", "document", "organisation", "outcome", "proposer")) {
                table.addCell(cell(word("review.list." + key), bold));
            }
            table.setHeaderRows(1);
        }
        for (ApprovedLines.Line line : lines) {
            table.addCell(cell(String.valueOf(line.number()), text));
            table.addCell(cell(line.name(), text));
            Holder holder = line.holder();
            table.addCell(cell(holder.birthYear() == 0 ? "" : String.valueOf(holder.birthYear()), text));
            table.addCell(
                    cell(holder.lastFour().isEmpty() ? "" : word("review.list.ends-in", holder.lastFour()), text));
            table.addCell(cell(organisation.apply(line.organisationId()), text));
            String code = line.reasonCode();
            String outcome = word("review.outcome." + line.outcome())
                    + (code.isEmpty() ? "" : " " + code + " – " + reason.apply(code));
            table.addCell(outcome(outcome, line.voided()));
            table.addCell(cell(line.proposer(), text));
        }
        return table;
    }

    /** Struck out where it holds no more, with what became of it. */
    private PdfPCell outcome(String outcome, ApprovedLines.@Nullable Voided voided) {
        if (voided == null) {
            return cell(outcome, text);
        }
        Phrase phrase = new Phrase();
        phrase.add(new Chunk(outcome, struck));
        phrase.add(new Chunk("\n" + word(voided.key(), voided.by(), TIME.format(voided.at())), bold));
        return cell(phrase);
    }

    private static PdfPCell cell(String words, Font font) {
        return cell(new Phrase(words, font));
    }

    private static PdfPCell cell(Phrase phrase) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setPadding(PADDING);
        return cell;
    }

    private static String word(String key, Object... args) {
        return Texts.get(Texts.VIETNAMESE, key, args);
    }
}
