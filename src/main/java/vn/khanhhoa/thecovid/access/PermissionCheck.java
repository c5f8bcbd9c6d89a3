package vn.khanhhoa.thecovid.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Map;
import vn.khanhhoa.thecovid.shared.AuditedEvent;

/** Runs before the transaction begins. */
@Interceptor
@Requires
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class PermissionCheck {
    @Inject
    private Event<AuditedEvent> trail;

    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        Requires required = call.getMethod().getAnnotation(Requires.class);
        if (required != null && required.value() != Permission.ANYONE) {
            requireOrRecord(call, actor(call), required.value());
        }
        return call.proceed();
    }

    /** What a visitor is refused is not kept: it would let anybody fill the trail. */
    private void requireOrRecord(InvocationContext call, Actor actor, Permission permission) {
        if (!actor.may(permission) && actor.isSignedIn()) {
            trail.fire(new Refused(
                    actor.accountId(),
                    call.getMethod().getDeclaringClass().getSimpleName() + "."
                            + call.getMethod().getName(),
                    permission));
        }
        actor.require(permission);
    }

    /** Somebody asked for what they may not do. */
    private record Refused(long actorId, String subjectId, Permission needed) implements AuditedEvent {
        @Override
        public String action() {
            return "access.refused";
        }

        @Override
        public String subjectKind() {
            return "use-case";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("needs", needed.name());
        }

        @Override
        public boolean standsAlone() {
            return true;
        }
    }

    private static Actor actor(InvocationContext call) {
        for (Object argument : call.getParameters()) {
            if (argument instanceof Actor actor) {
                return actor;
            }
        }
        throw new IllegalStateException(call.getMethod() + " states a permission but takes no actor");
    }
}
