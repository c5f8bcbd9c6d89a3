package vn.khanhhoa.thecovid.platform.rest;

import java.util.List;
import java.util.Map;

/** A call is refused before it comes to a rule of the domain: not this caller, not now, not in this form. */
public final class ApiRefusal extends RuntimeException {
    private final int status;
    private final String code;
    private final transient Map<String, String> headers;
    private final transient List<ApiFault> faults;
    private final transient List<Object> args;

    private ApiRefusal(int status, String code, Map<String, String> headers, List<ApiFault> faults, List<Object> args) {
        super(code);
        this.status = status;
        this.code = code;
        this.headers = Map.copyOf(headers);
        this.faults = List.copyOf(faults);
        this.args = List.copyOf(args);
    }

    /** @param code is also the key of the sentence, whose gaps the arguments fill */
    public ApiRefusal(int status, String code, Map<String, String> headers, Object... args) {
        this(status, code, headers, List.of(), List.of(args));
    }

    public ApiRefusal(int status, String code, Object... args) {
        this(status, code, Map.of(), args);
    }

    /** Members of what was sent are wrong, each in its own way. */
    public ApiRefusal(int status, String code, List<ApiFault> faults) {
        this(status, code, Map.of(), faults, List.of());
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, String> headers() {
        return headers;
    }

    List<ApiFault> faults() {
        return faults;
    }

    List<Object> args() {
        return args;
    }
}
