package vn.khanhhoa.thecovid.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out visitors and sends them home; where a test failed, what each one saw is kept in target/screenshots. */
final class VisitorExtension implements ParameterResolver, AfterEachCallback {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final List<Visitor> visitors = new ArrayList<>();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    @Override
    public Visitor resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Visitor visitor = new Visitor(RunningPortal.get(), Chromium.get());
        visitors.add(visitor);
        return visitor;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        for (int index = 0; index < visitors.size(); index++) {
            Visitor visitor = visitors.get(index);
            if (test.getExecutionException().isPresent()) {
                visitor.photograph(
                        SCREENSHOTS.resolve(test.getRequiredTestClass().getSimpleName() + "."
                                + test.getRequiredTestMethod().getName() + "-" + (index + 1) + ".png"));
            }
            visitor.leave();
        }
        visitors.clear();
    }
}
