package vn.khanhhoa.thecovid.notification.wording;

/**
 * Why a template cannot be used.
 *
 * @param field where it is: subject-vi, body-vi, subject-en or body-en
 * @param code key of the sentence, whose gap the argument fills
 */
public record TemplateProblem(String field, String code, String argument) {}
