package vn.khanhhoa.thecovid.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class LettingProgramsInIT {
    private static final Set<ApiScope> READING = Set.of(ApiScope.LISTS_READ);
    private static final Set<ApiScope> RECORDS = Set.of(ApiScope.IMPORTS_READ, ApiScope.RECORDS_WRITE);
    private static final Set<ApiScope> WORKING = Set.of(ApiScope.LISTS_READ, ApiScope.LISTS_WRITE);

    @Inject
    private ApiClientKeeping keeping;

    @Inject
    private ApiTokens tokens;

    @Inject
    private TestClock clock;

    private final Actor administrator = administratorOf(4711);
    private final String address = PublicId.random().toString();

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void a_token_stands_for_the_program_its_organisation_and_its_scopes() {
        ApiClientKeeping.Made made = make("Phần mềm nhân sự", WORKING);

        ApiCaller caller = tokens.caller(enter(made)).orElseThrow();

        assertThat(caller.scopes()).isEqualTo(WORKING);
        assertThat(caller.actor().organisationId()).isEqualTo(administrator.organisationId());
        assertThat(caller.actor().role()).isEqualTo(Role.API_CLIENT);
        assertThat(caller.actor().may(Permission.KEEP_OWN_MEMBERS)).isFalse();
        assertThat(keeping.view(administrator, made.id()).lastUsedAt()).isNotNull();
    }

    @Test
    void a_token_may_be_asked_for_less_and_not_for_more_than_the_program_has() {
        ApiClientKeeping.Made made = make("Ít quyền", WORKING);

        assertThat(attempt(made, "lists:read"))
                .isInstanceOfSatisfying(
                        ApiTokens.Issued.class,
                        issued -> assertThat(issued.scopes()).isEqualTo(READING));
        assertThat(attempt(made, "lists:read cards:read")).isEqualTo(new ApiTokens.ScopeRefused());
        assertThat(attempt(made, "everything")).isEqualTo(new ApiTokens.ScopeRefused());
    }

    @Test
    void a_token_ends_after_half_an_hour() {
        String token = enter(make("Nửa giờ", READING));

        clock.forward(Duration.ofMinutes(31));

        assertThat(tokens.caller(token)).isEmpty();
    }

    @Test
    void a_secret_ends_after_a_year_and_a_new_one_begins_another() {
        ApiClientKeeping.Made made = make("Một năm", READING);
        clock.forward(Duration.ofDays(366));

        assertThat(attempt(made, "")).isEqualTo(new ApiTokens.Refused());
        assertThat(keeping.view(administrator, made.id()).state()).isEqualTo("EXPIRED");
        assertThat(attempt(keeping.changeSecret(administrator, made.id()), "")).isInstanceOf(ApiTokens.Issued.class);
    }

    @Test
    void a_new_secret_voids_the_old_one_and_the_tokens_got_with_it() {
        ApiClientKeeping.Made made = make("Đổi khóa", READING);
        String token = enter(made);

        ApiClientKeeping.Made changed = keeping.changeSecret(administrator, made.id());

        assertThat(tokens.caller(token)).isEmpty();
        assertThat(attempt(made, "")).isEqualTo(new ApiTokens.Refused());
        assertThat(tokens.caller(enter(changed))).isPresent();
    }

    @Test
    void what_was_revoked_is_over_with_the_next_call() {
        ApiClientKeeping.Made made = make("Thu hồi", READING);
        String token = enter(made);

        keeping.revoke(administrator, made.id());

        assertThat(tokens.caller(token)).isEmpty();
        assertThat(attempt(made, "")).isEqualTo(new ApiTokens.Refused());
        assertBroken("access.api-client-revoked", () -> keeping.changeSecret(administrator, made.id()));
    }

    @Test
    void ten_wrong_secrets_close_the_door_for_a_while_to_whoever_tried_them() {
        ApiClientKeeping.Made made = make("Đoán khóa", READING);
        String attacker = PublicId.random().toString();
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(tokens.issue(made.id().toString(), "wrong", "", attacker))
                    .isEqualTo(new ApiTokens.Refused());
        }

        assertThat(tokens.issue(made.id().toString(), made.secret(), "", attacker))
                .isInstanceOf(ApiTokens.TooManyAttempts.class);
        assertThat(attempt(made, "")).as("the program, elsewhere").isInstanceOf(ApiTokens.Issued.class);
    }

    @Test
    void right_attempts_use_nothing_up() {
        ApiClientKeeping.Made made = make("Hay vào", READING);

        for (int attempt = 0; attempt < 40; attempt++) {
            assertThat(attempt(made, "")).isInstanceOf(ApiTokens.Issued.class);
        }
    }

    @Test
    void another_organisation_s_program_does_not_exist() {
        PublicId id = make("Của đơn vị khác", READING).id();
        Actor other = administratorOf(4712);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> keeping.view(other, id));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> keeping.changeSecret(other, id));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> keeping.revoke(other, id));
        assertThat(keeping.all(other)).noneMatch(client -> client.id().equals(id));
    }

    @Test
    void a_program_of_an_agency_sends_its_records_and_does_nothing_else() {
        Actor officer = officerOf(4711);
        ApiClientKeeping.Made made = keeping.make(officer, "Tiêm chủng " + address, RECORDS);

        ApiCaller caller = tokens.caller(enter(made)).orElseThrow();

        assertThat(caller.scopes()).isEqualTo(RECORDS);
        assertThat(caller.actor().role()).isEqualTo(Role.SOURCE_PROGRAM);
        assertThat(caller.actor().agencyId()).isEqualTo(4711);
        assertThat(caller.actor().organisationId()).isZero();
        assertThat(caller.actor().may(Permission.KEEP_SOURCE_DATA)).isTrue();
        assertThat(caller.actor().may(Permission.KEEP_PROGRAMS)).isFalse();
        assertThat(caller.actor().may(Permission.KEEP_OWN_LISTS)).isFalse();
        assertThat(caller.actor().may(Permission.READ_DUE_DOSES)).isFalse();
    }

    @Test
    void an_agency_s_program_is_its_own_also_where_an_organisation_has_the_same_number() {
        Actor officer = officerOf(4711);
        PublicId id = keeping.make(officer, "Riêng " + address, RECORDS).id();

        for (Actor other : new Actor[] {administrator, officerOf(4712), administratorOf(0)}) {
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> keeping.view(other, id));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> keeping.changeSecret(other, id));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> keeping.revoke(other, id));
            assertThat(keeping.all(other)).noneMatch(client -> client.id().equals(id));
        }
        PublicId ofOrganisation = make("Của đơn vị", READING).id();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> keeping.view(officer, ofOrganisation));
        assertThat(keeping.all(officer)).noneMatch(client -> client.id().equals(ofOrganisation));
        assertThat(keeping.view(officer, id).state()).isEqualTo("ACTIVE");
    }

    @Test
    void nobody_gives_what_is_for_programs_of_others() {
        assertBroken("access.api-client-scopes", () -> make("Lẫn quyền", Set.of(ApiScope.RECORDS_WRITE)));
        assertBroken("access.api-client-scopes", () -> keeping.make(officerOf(4711), "Lẫn quyền", READING));
        assertThat(keeping.scopes(administrator)).doesNotContainAnyElementsOf(keeping.scopes(officerOf(4711)));
    }

    @Test
    void reviewers_and_heads_of_agencies_keep_no_programs() {
        for (Role role : new Role[] {Role.REVIEWER, Role.APPROVER, Role.STEERING_OFFICER}) {
            Actor other = new Actor(900_002, "Cán bộ", role, 0, 4711);
            assertBroken("access.not-permitted", () -> keeping.make(other, "Lén", RECORDS));
        }
    }

    @Test
    void an_officer_keeps_no_programs() {
        Actor officer = new Actor(900_001, "Cán bộ", Role.ORGANISATION_OFFICER, 4711, 0);

        assertBroken("access.not-permitted", () -> keeping.make(officer, "Lén", READING));
    }

    @Test
    void a_program_has_a_name_of_its_own_and_something_to_do() {
        make("Tiền lương", READING);

        assertBroken("access.api-client-name-taken", () -> keeping.make(administrator, "tiền lương ", READING));
        assertBroken("access.api-client-name", () -> keeping.make(administrator, " ", READING));
        assertBroken("access.api-client-scopes", () -> keeping.make(administrator, "Không quyền", Set.of()));
    }

    private ApiClientKeeping.Made make(String name, Set<ApiScope> scopes) {
        keeping.all(administrator).stream()
                .filter(client -> !client.isRevoked())
                .forEach(client -> keeping.revoke(administrator, client.id()));
        return keeping.make(administrator, name, scopes);
    }

    private String enter(ApiClientKeeping.Made made) {
        return ((ApiTokens.Issued) attempt(made, "")).token();
    }

    private ApiTokens.Outcome attempt(ApiClientKeeping.Made made, String scopes) {
        return tokens.issue(made.id().toString(), made.secret(), scopes, address);
    }

    private static Actor administratorOf(long organisation) {
        return new Actor(900_000 + organisation, "Người quản trị", Role.ORGANISATION_ADMINISTRATOR, organisation, 0);
    }

    private static Actor officerOf(long agency) {
        return new Actor(910_000 + agency, "Cán bộ dữ liệu", Role.SOURCE_OFFICER, 0, agency);
    }

    private static void assertBroken(String code, ThrowingCallable call) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(call)
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }
}
