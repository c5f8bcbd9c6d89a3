package vn.khanhhoa.thecovid.review.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.review.ApprovalList;
import vn.khanhhoa.thecovid.review.Approvals;
import vn.khanhhoa.thecovid.review.ApprovedLines;
import vn.khanhhoa.thecovid.review.Reason;
import vn.khanhhoa.thecovid.review.Reasons;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** {@code GET /agency-head/approval-list?id=}: the numbered list of an approval as PDF. */
@WebServlet("/agency-head/approval-list")
public class ApprovalListServlet extends HttpServlet {
    @Inject
    private transient Approvals approvals;

    @Inject
    private transient ApprovedLines approvedLines;

    @Inject
    private transient Organisations organisations;

    @Inject
    private transient Catalogue catalogue;

    @Inject
    private transient Reasons reasons;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            PublicId id = PublicId.parse(Objects.requireNonNullElse(request.getParameter("id"), ""))
                    .orElseThrow(NotFound::new);
            Approvals.Approval approval = approvals.approval(actor.get(), id);
            String agency = catalogue
                    .agency(actor.get().agencyId())
                    .map(AgencyView::name)
                    .orElse("");
            Map<Long, String> names = new HashMap<>();
            new ApprovalList()
                    .write(
                            approval,
                            agency,
                            approvedLines.voided(actor.get(), id),
                            first -> approvedLines.lines(actor.get(), id, first, ApprovalList.step()),
                            organisation -> names.computeIfAbsent(
                                    organisation,
                                    each -> organisations.view(each).name()),
                            code -> reasons.find(code).map(Reason::nameVi).orElse(""),
                            Downloads.begin(
                                    response,
                                    "application/pdf",
                                    "phe-duyet-" + approval.number() + "-" + approval.year() + ".pdf"));
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
