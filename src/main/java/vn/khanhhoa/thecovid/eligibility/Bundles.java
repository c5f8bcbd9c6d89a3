package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordKind;
import vn.khanhhoa.thecovid.eligibility.fhir.BundleReader;
import vn.khanhhoa.thecovid.eligibility.fhir.BundleRows;

/** Reads bundles one after the other: as resources, one takes many times its size of the heap. */
@ApplicationScoped
class Bundles {
    private final Semaphore turn = new Semaphore(1, true);

    /** Made with the first bundle: it takes seconds and some memory, which a portal without FHIR does not spend. */
    private static final class Reader {
        static final BundleReader SHARED = new BundleReader();
    }

    BundleRows read(byte[] bundle, RecordKind kind) {
        turn.acquireUninterruptibly();
        try {
            return Reader.SHARED.read(bundle, kind);
        } finally {
            turn.release();
        }
    }
}
