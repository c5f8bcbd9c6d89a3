package vn.khanhhoa.thecovid.browser;

/** The accounts of the demo province, one for each role. */
public final class Demo {
    public static final String PASSWORD = "thecovid-demo";
    public static final String OFFICER = "nhansu@demo.example";
    public static final String COLLEAGUE = "nhansu2@demo.example";
    public static final String REVIEWER = "canbo.sct@demo.example";
    public static final String OTHER_REVIEWER = "canbo2.sct@demo.example";
    public static final String APPROVER = "lanhdao.sct@demo.example";
    public static final String HEALTH_OFFICER = "yte@demo.example";
    public static final String SECOND_HEALTH_OFFICER = "yte2@demo.example";
    public static final String SOURCE_OFFICER = "dulieu.cdc@demo.example";
    public static final String STEERING_OFFICER = "banchidao@demo.example";
    public static final String ADMINISTRATOR = "quantri@demo.example";
    public static final String SECOND_ADMINISTRATOR = "quantri2@demo.example";

    private Demo() {}
}
