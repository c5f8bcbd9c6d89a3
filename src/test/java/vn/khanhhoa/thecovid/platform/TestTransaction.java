package vn.khanhhoa.thecovid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.Callable;

/** Several calls as one transaction, which every failure rolls back. */
@ApplicationScoped
public class TestTransaction {
    @Transactional(rollbackOn = Exception.class)
    public <T> T call(Callable<T> work) throws Exception {
        return work.call();
    }
}
