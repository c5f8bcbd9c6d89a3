package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.notification.wording.Gap;
import vn.khanhhoa.thecovid.notification.wording.GapText;
import vn.khanhhoa.thecovid.notification.wording.SmsText;
import vn.khanhhoa.thecovid.notification.wording.TemplateProblem;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** The administrator's view of the words of messages. Each change is a version from a day on; none is ever overwritten. */
@UseCase
public class TemplateAdministration {
    private static final int MOST_SEGMENTS = 4;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 3_000;

    /** In both languages; the subjects of an SMS are empty. */
    public record Words(String subjectVi, String bodyVi, String subjectEn, String bodyEn) {
        String subject(Locale language) {
            return language.equals(Texts.VIETNAMESE) ? subjectVi : subjectEn;
        }

        String body(Locale language) {
            return language.equals(Texts.VIETNAMESE) ? bodyVi : bodyEn;
        }
    }

    /** @param inForce whether messages are written in these words today */
    public record Version(
            MessageKind kind,
            Channel channel,
            int version,
            LocalDate validFrom,
            Words words,
            boolean inForce,
            long editedBy,
            Instant editedAt) {}

    /** As it would go out. @param plain whether every phone has its letters; of a mail, length and segments are 0 */
    public record Preview(String subject, String body, boolean plain, int length, int segments) {}

    @Inject
    private Templates templates;

    @Inject
    private Wording wording;

    @Inject
    private Links links;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** Those in force today, in the order of the kinds. */
    @Requires(Permission.ADMINISTER)
    public List<Version> inForce(Actor actor) {
        List<Templates.Row> rows = templates.inForce(LocalDate.now(clock));
        return Arrays.stream(MessageKind.values())
                .flatMap(kind -> kind.channels().stream()
                        .map(channel -> rows.stream()
                                .filter(row -> row.kind() == kind && row.channel() == channel)
                                .toList()))
                .filter(words -> !words.isEmpty())
                .map(words -> version(words, true))
                .toList();
    }

    /** The newest first. */
    @Requires(Permission.ADMINISTER)
    public List<Version> versions(Actor actor, MessageKind kind, Channel channel) {
        if (!kind.channels().contains(channel)) {
            throw new NotFound();
        }
        int current = templates.inForce(LocalDate.now(clock)).stream()
                .filter(row -> row.kind() == kind && row.channel() == channel)
                .mapToInt(Templates.Row::version)
                .findFirst()
                .orElse(0);
        Map<Integer, List<Templates.Row>> byVersion = templates.versions(kind, channel).stream()
                .collect(Collectors.groupingBy(Templates.Row::version, LinkedHashMap::new, Collectors.toList()));
        return byVersion.entrySet().stream()
                .map(entry -> version(entry.getValue(), entry.getKey() == current))
                .toList();
    }

    private static Version version(List<Templates.Row> rows, boolean inForce) {
        Templates.Row vietnamese = row(rows, Texts.VIETNAMESE);
        Templates.Row english = row(rows, Locale.ENGLISH);
        return new Version(
                vietnamese.kind(),
                vietnamese.channel(),
                vietnamese.version(),
                vietnamese.validFrom(),
                new Words(vietnamese.subject(), vietnamese.body(), english.subject(), english.body()),
                inForce,
                vietnamese.editedBy(),
                vietnamese.editedAt());
    }

    private static Templates.Row row(List<Templates.Row> rows, Locale language) {
        return rows.stream()
                .filter(row -> row.language().equals(language.getLanguage()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a template without " + language));
    }

    /** Everything that keeps the words from being used, each with its place; none where they can be. */
    @Requires(Permission.ADMINISTER)
    public List<TemplateProblem> check(Actor actor, MessageKind kind, Channel channel, Words words) {
        List<TemplateProblem> problems = new ArrayList<>();
        for (Locale language : Texts.LANGUAGES) {
            if (channel == Channel.EMAIL) {
                problems.addAll(subject(kind, words.subject(language), "subject-" + language.getLanguage()));
            }
            problems.addAll(body(kind, channel, language, words.body(language), "body-" + language.getLanguage()));
        }
        return problems;
    }

    private static List<TemplateProblem> subject(MessageKind kind, String text, String field) {
        Set<Gap> allowed = kind.gaps().stream().filter(Gap::mayStandInSubject).collect(Collectors.toSet());
        List<TemplateProblem> problems = new GapText(text).problems(field, allowed);
        if (text.length() > LONGEST_SUBJECT) {
            problems.add(new TemplateProblem(field, "notification.template.too-long", String.valueOf(LONGEST_SUBJECT)));
        }
        if (text.lines().count() > 1) {
            problems.add(new TemplateProblem(field, "notification.template.one-line", ""));
        }
        return problems;
    }

    private List<TemplateProblem> body(MessageKind kind, Channel channel, Locale language, String text, String field) {
        GapText body = new GapText(text);
        List<TemplateProblem> problems = body.problems(field, kind.gaps());
        kind.needed().stream()
                .filter(gap -> !body.words().contains(gap.word()))
                .forEach(gap ->
                        problems.add(new TemplateProblem(field, "notification.template.missing", gap.written())));
        if (text.length() > LONGEST_BODY) {
            problems.add(new TemplateProblem(field, "notification.template.too-long", String.valueOf(LONGEST_BODY)));
        }
        if (channel == Channel.SMS && problems.isEmpty()) {
            int segments = wording.sms(body.fill(example(kind, language))).segments();
            if (segments > MOST_SEGMENTS) {
                problems.add(
                        new TemplateProblem(field, "notification.template.too-many-sms", String.valueOf(segments)));
            }
        }
        return problems;
    }

    /** With an example in its gaps; empty where the words cannot be used. */
    @Requires(Permission.ADMINISTER)
    public Map<Locale, Preview> preview(Actor actor, MessageKind kind, Channel channel, Words words) {
        Map<Locale, Preview> previews = new LinkedHashMap<>();
        if (check(actor, kind, channel, words).isEmpty()) {
            for (Locale language : Texts.LANGUAGES) {
                Map<Gap, String> example = example(kind, language);
                String subject = new GapText(words.subject(language)).fill(example);
                String body = new GapText(words.body(language)).fill(example);
                SmsText sms = wording.sms(body);
                previews.put(
                        language,
                        channel == Channel.SMS
                                ? new Preview("", sms.text(), sms.plain(), sms.length(), sms.segments())
                                : new Preview(subject, body, true, 0, 0));
            }
        }
        return previews;
    }

    private Map<Gap, String> example(MessageKind kind, Locale language) {
        Map<Gap, String> values = new EnumMap<>(Gap.class);
        kind.gaps().forEach(gap -> values.put(gap, gap.example()));
        boolean toPerson = kind.channels().contains(Channel.SMS);
        values.put(Gap.LINK, toPerson ? links.status() : links.of(Links.REGISTRATION));
        values.put(Gap.PRIVACY, links.privacy());
        values.put(Gap.RESULT, OrganisationLetters.result(language, 12, 2, 1));
        values.put(Gap.REASON, Texts.get(language, "notification.example.reason"));
        values.put(Gap.AMENDMENT, Texts.get(language, "notification.amendment.change"));
        return values;
    }

    /**
     * Another version. What is wrong with the words is told, and nothing is stored then.
     *
     * @param seen the newest version when they were written
     */
    @Requires(Permission.ADMINISTER)
    public List<TemplateProblem> save(
            Actor actor, MessageKind kind, Channel channel, Words words, LocalDate from, int seen) {
        if (from.isBefore(LocalDate.now(clock))) {
            throw new RuleViolation("notification.template.past");
        }
        List<TemplateProblem> problems = check(actor, kind, channel, words);
        if (!problems.isEmpty()) {
            return problems;
        }
        int newest = templates.newestHeld(kind, channel);
        if (newest != seen) {
            throw new RuleViolation("platform.changed-meanwhile");
        }
        for (Locale language : Texts.LANGUAGES) {
            templates.add(new Templates.Row(
                    kind,
                    channel,
                    language.getLanguage(),
                    newest + 1,
                    from,
                    channel == Channel.SMS ? "" : words.subject(language),
                    words.body(language),
                    actor.accountId(),
                    clock.instant()));
        }
        trail.fire(new MessageEvent(
                actor.accountId(),
                "notification.template-changed",
                "template",
                kind + "-" + channel,
                Map.of("version", String.valueOf(newest + 1), "from", from.toString())));
        return List.of();
    }
}
