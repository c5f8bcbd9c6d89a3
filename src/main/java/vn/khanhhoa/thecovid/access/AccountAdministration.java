package vn.khanhhoa.thecovid.access;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** The administrator's view of who may sign in. */
@UseCase
public class AccountAdministration {
    @Inject
    private ApiClients clients;

    @Inject
    private Accounts accounts;

    @Inject
    private Event<AuditedEvent> trail;

    @Requires(Permission.ADMINISTER)
    public List<AccountView> search(Actor actor, String text, int first, int count) {
        return accounts.search(text, first, count).stream().map(Account::view).toList();
    }

    @Requires(Permission.ADMINISTER)
    public long count(Actor actor, String text) {
        return accounts.count(text);
    }

    @Requires(Permission.ADMINISTER)
    public AccountView account(Actor actor, PublicId id) {
        return accounts.byPublicId(id).map(Account::view).orElseThrow(NotFound::new);
    }

    /** Whoever is behind the numbers that other records keep of accounts; those that are gone are left out. */
    @Requires(Permission.ADMINISTER)
    public Map<Long, AccountView> byNumber(Actor actor, Set<Long> accountIds) {
        Map<Long, AccountView> found = new HashMap<>();
        accountIds.forEach(id -> accounts.find(id).ifPresent(account -> found.put(id, account.view())));
        return found;
    }

    /** Names of those among the numbers that are programs: who acted is one number, a person's or a program's. */
    @Requires(Permission.ADMINISTER)
    public Map<Long, String> programsByNumber(Actor actor, Set<Long> numbers) {
        Map<Long, String> found = new HashMap<>();
        numbers.forEach(id -> clients.find(id).ifPresent(client -> found.put(id, client.name())));
        return found;
    }

    /** The number that other records keep of an account. */
    @Requires(Permission.ADMINISTER)
    public OptionalLong number(Actor actor, PublicId id) {
        return accounts.byPublicId(id).stream().mapToLong(Account::id).findFirst();
    }

    @Requires(Permission.ADMINISTER)
    public void disable(Actor actor, PublicId id) {
        Account account = accounts.byPublicId(id).orElseThrow(NotFound::new);
        if (account.id() == actor.accountId()) {
            throw new RuleViolation("access.not-oneself");
        }
        account.disable();
        trail.fire(new AccessEvent(actor.accountId(), "access.disabled", id));
    }

    @Requires(Permission.ADMINISTER)
    public void enable(Actor actor, PublicId id) {
        accounts.byPublicId(id).orElseThrow(NotFound::new).enable();
        trail.fire(new AccessEvent(actor.accountId(), "access.enabled", id));
    }

    @Requires(Permission.KEEP_OWN_REGISTRATION)
    public List<AccountView> colleagues(Actor actor) {
        return accounts.ofOrganisation(actor.organisationId()).stream()
                .map(Account::view)
                .toList();
    }
}
