package vn.khanhhoa.thecovid.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Runs before the transaction begins. */
@Interceptor
@Requires
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class PermissionCheck {
    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        Requires required = call.getMethod().getAnnotation(Requires.class);
        if (required != null && required.value() != Permission.ANYONE) {
            actor(call).require(required.value());
        }
        return call.proceed();
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
