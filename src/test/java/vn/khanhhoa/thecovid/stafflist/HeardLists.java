package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Which submissions were told of. */
@ApplicationScoped
public class HeardLists {
    private final List<ListEntered> heard = new CopyOnWriteArrayList<>();

    void entered(@Observes(during = TransactionPhase.AFTER_SUCCESS) ListEntered event) {
        heard.add(event);
    }

    List<Integer> counts(long listId) {
        return heard.stream()
                .filter(each -> each.listId() == listId)
                .map(ListEntered::count)
                .toList();
    }
}
