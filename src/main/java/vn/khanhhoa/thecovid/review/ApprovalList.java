package vn.khanhhoa.thecovid.review;

import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import vn.khanhhoa.thecovid.person.Holder;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.paper.Cell;
import vn.khanhhoa.thecovid.platform.paper.Flow;
import vn.khanhhoa.thecovid.platform.paper.Table;
import vn.khanhhoa.thecovid.platform.paper.TaggedPdf;
import vn.khanhhoa.thecovid.platform.paper.Typeface;

/** The numbered list of what an approver agreed to in one act, on A4, for the file. Written page by page. */
public final class ApprovalList {
    private static final int STEP = 500;
    private static final double GAP = 5;
    private static final double[] WIDTHS = {1.2, 4, 1.8, 2.8, 4, 4.2, 4};
    private static final List<String> HEADS =
            List.of("number", "person", "birth-year", "document", "organisation", "outcome", "proposer");
    private static final Flow.Style AGENCY = new Flow.Style(TaggedPdf.TEXT, Typeface.BOLD, 10, Flow.Place.LEFT);
    private static final Flow.Style TITLE = new Flow.Style(TaggedPdf.TITLE, Typeface.BOLD, 15, Flow.Place.CENTRE);
    private static final Flow.Style WHO = new Flow.Style(TaggedPdf.TEXT, Typeface.REGULAR, 10, Flow.Place.CENTRE);
    private static final Flow.Style WHAT_BECAME = new Flow.Style(TaggedPdf.TEXT, Typeface.BOLD, 10, Flow.Place.CENTRE);
    private static final Table.Style LINES = new Table.Style(9.5, true);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(PortalClock.ZONE);

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
            OutputStream out)
            throws IOException {
        String title = word("review.approval-list") + " " + approval.number() + "/" + approval.year();
        Flow.write(title, Texts.VIETNAMESE, out, page -> {
            page.text(AGENCY, agency);
            page.gap(GAP);
            page.text(TITLE, title);
            page.text(
                    WHO,
                    word(
                            "review.approved-by",
                            approval.approver(),
                            TIME.format(approval.begunAt()),
                            approval.approved()));
            for (ApprovedLines.VoidedLines each : voided) {
                page.text(WHAT_BECAME, word(each.key(), each.lines(), each.by(), TIME.format(each.last())));
            }
            page.gap(GAP);
            page.table(
                    LINES,
                    table -> {
                        table.heads(HEADS.stream()
                                .map(head -> word("review.list." + head))
                                .toList());
                        int written = 0;
                        for (List<ApprovedLines.Line> some = lines.apply(0);
                                !some.isEmpty();
                                some = lines.apply(written)) {
                            for (ApprovedLines.Line line : some) {
                                add(line, table, organisation, reason);
                            }
                            written += some.size();
                        }
                    },
                    WIDTHS);
        });
    }

    public static int step() {
        return STEP;
    }

    private static void add(
            ApprovedLines.Line line, Table table, LongFunction<String> organisation, UnaryOperator<String> reason)
            throws IOException {
        Holder holder = line.holder();
        table.row(
                plain(String.valueOf(line.number())),
                plain(line.name()),
                plain(holder.birthYear() == 0 ? "" : String.valueOf(holder.birthYear())),
                plain(holder.lastFour().isEmpty() ? "" : word("review.list.ends-in", holder.lastFour())),
                plain(organisation.apply(line.organisationId())),
                outcome(line, reason),
                plain(line.proposer()));
    }

    /** Struck out where it holds no more, with what became of it. */
    private static Cell outcome(ApprovedLines.Line line, UnaryOperator<String> reason) {
        String code = line.reasonCode();
        String outcome = word("review.outcome." + line.outcome())
                + (code.isEmpty() ? "" : " " + code + " – " + reason.apply(code));
        ApprovedLines.Voided voided = line.voided();
        if (voided == null) {
            return plain(outcome);
        }
        return Cell.of(
                new Cell.Piece(Typeface.REGULAR, outcome, true),
                new Cell.Piece(Typeface.BOLD, word(voided.key(), voided.by(), TIME.format(voided.at())), false));
    }

    private static Cell plain(String words) {
        return Cell.of(Typeface.REGULAR, words);
    }

    private static String word(String key, Object... args) {
        return Texts.get(Texts.VIETNAMESE, key, args);
    }
}
