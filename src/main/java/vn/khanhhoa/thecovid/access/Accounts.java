package vn.khanhhoa.thecovid.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.shared.PublicId;

@Dependent
class Accounts {
    @Inject
    private EntityManager entities;

    void add(Account account) {
        entities.persist(account);
    }

    void add(Invitation invitation) {
        entities.persist(invitation);
    }

    Optional<Account> find(long id) {
        return Optional.ofNullable(entities.find(Account.class, id));
    }

    Optional<Account> byEmail(String email) {
        return entities.createQuery("select a from Account a where a.email = :email", Account.class)
                .setParameter("email", EmailAddress.spelled(email))
                .getResultStream()
                .findFirst();
    }

    Optional<Account> byPublicId(PublicId id) {
        return entities.createQuery("select a from Account a where a.publicId = :id", Account.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    Optional<Invitation> invitation(String token) {
        return entities.createQuery(
                        "select i from Invitation i join fetch i.account where i.tokenHash = :hash", Invitation.class)
                .setParameter("hash", Invitation.hash(token))
                .getResultStream()
                .findFirst();
    }

    void voidInvitations(Account account) {
        entities.createQuery("delete from Invitation i where i.account = :account and i.usedAt is null")
                .setParameter("account", account)
                .executeUpdate();
    }

    List<Account> search(String text, int first, int count) {
        return entities.createQuery(
                        "select a from Account a where a.email like :text or lower(a.displayName) like :text order by a.email",
                        Account.class)
                .setParameter("text", "%" + EmailAddress.spelled(text) + "%")
                .setFirstResult(first)
                .setMaxResults(count)
                .getResultList();
    }

    long count(String text) {
        return entities.createQuery(
                        "select count(a) from Account a where a.email like :text or lower(a.displayName) like :text",
                        Long.class)
                .setParameter("text", "%" + EmailAddress.spelled(text) + "%")
                .getSingleResult();
    }

    List<Account> ofOrganisation(long organisationId) {
        return entities.createQuery(
                        "select a from Account a where a.organisationId = :id order by a.email", Account.class)
                .setParameter("id", organisationId)
                .getResultList();
    }
}
