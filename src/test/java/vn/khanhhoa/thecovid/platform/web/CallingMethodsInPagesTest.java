package vn.khanhhoa.thecovid.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallingMethodsInPagesTest {
    private final PageCalls calls = new PageCalls();
    private PlainContext context = new PlainContext();

    /** What pages call. */
    public static final class Words {
        public String name() {
            return "An";
        }

        public String of(String vietnamese, String english) {
            return vietnamese + "/" + english;
        }

        public String with(String key, Object... args) {
            return key + List.of(args);
        }

        public String number(long number) {
            return "n" + number;
        }

        public String either(String text) {
            return text;
        }

        public String either(long number) {
            return "n" + number;
        }

        public String broken() {
            throw new IllegalStateException("not today");
        }
    }

    @BeforeEach
    void asked_by_a_page() {
        context = new PlainContext();
    }

    @Test
    void a_method_that_there_is_once_answers() {
        assertThat(call("name")).isEqualTo("An");
        assertThat(call("of", "vi", "en")).isEqualTo("vi/en");
        assertThat(context.isPropertyResolved()).isTrue();
    }

    @Test
    void arguments_become_what_the_method_takes() {
        assertThat(call("number", 7)).isEqualTo("n7");
    }

    @Test
    void any_number_of_arguments_goes_where_any_number_is_taken() {
        assertThat(call("with", "key")).isEqualTo("key[]");
        assertThat(call("with", "key", 1, "b")).isEqualTo("key[1, b]");
    }

    @Test
    void what_is_not_plain_is_left_to_the_standard() {
        assertThat(call("either", "text")).isNull();
        assertThat(call("name", "too many")).isNull();
        assertThat(call("unknown")).isNull();
        assertThat(calls.invoke(context, List.of("x"), "size", null, new Object[0]))
                .as("of a class that is not public")
                .isNull();
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void what_the_method_throws_is_the_cause() {
        assertThatThrownBy(() -> call("broken"))
                .isInstanceOf(ELException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    private @Nullable Object call(String method, Object... arguments) {
        return calls.invoke(context, new Words(), method, null, arguments);
    }

    private static final class PlainContext extends ELContext {
        @Override
        @SuppressWarnings("unchecked")
        public <T> T convertToType(Object given, Class<T> type) {
            return (T) (type == long.class ? ((Number) given).longValue() : given);
        }

        @Override
        public @Nullable ELResolver getELResolver() {
            return null;
        }

        @Override
        public @Nullable FunctionMapper getFunctionMapper() {
            return null;
        }

        @Override
        public @Nullable VariableMapper getVariableMapper() {
            return null;
        }
    }
}
