package vn.khanhhoa.thecovid.platform.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls of methods in pages, {@code #{row.name()}} and {@code #{t.with(key, count)}}. The resolver of the standard goes
 * through all methods of the class at each call, which costs more than drawing what comes of it; this one looks once and
 * leaves whatever is not plain, as overloads and classes that are not public, to the other.
 */
public class PageCalls extends ELResolver {
    private record Name(Class<?> type, String method) {}

    private final ConcurrentMap<Name, Optional<Method>> known = new ConcurrentHashMap<>();

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object name,
            Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        if (base == null || !(name instanceof String method)) {
            return null;
        }
        Object[] given = arguments == null ? new Object[0] : arguments;
        Optional<Method> only = known.computeIfAbsent(new Name(base.getClass(), method), PageCalls::only);
        if (only.isEmpty() || !takes(only.get(), given.length)) {
            return null;
        }
        Object result = call(only.get(), base, converted(context, only.get(), given));
        context.setPropertyResolved(base, method);
        return result;
    }

    private static Optional<Method> only(Name name) {
        List<Method> candidates = Arrays.stream(name.type().getMethods())
                .filter(each -> each.getName().equals(name.method()) && !each.isBridge())
                .toList();
        return candidates.size() == 1
                        && Modifier.isPublic(
                                candidates.get(0).getDeclaringClass().getModifiers())
                ? Optional.of(candidates.get(0))
                : Optional.empty();
    }

    private static boolean takes(Method method, int arguments) {
        return method.isVarArgs()
                ? arguments >= method.getParameterCount() - 1
                : arguments == method.getParameterCount();
    }

    private static Object[] converted(ELContext context, Method method, Object[] given) {
        Class<?>[] types = method.getParameterTypes();
        Object[] converted = new Object[types.length];
        int plain = method.isVarArgs() ? types.length - 1 : types.length;
        for (int i = 0; i < plain; i++) {
            converted[i] = context.convertToType(given[i], types[i]);
        }
        if (method.isVarArgs()) {
            Class<?> type = types[plain].getComponentType();
            Object rest = Array.newInstance(type, given.length - plain);
            for (int i = plain; i < given.length; i++) {
                Array.set(rest, i - plain, context.convertToType(given[i], type));
            }
            converted[plain] = rest;
        }
        return converted;
    }

    private static @Nullable Object call(Method method, Object base, Object[] arguments) {
        try {
            return method.invoke(base, arguments);
        } catch (InvocationTargetException thrown) {
            throw new ELException(thrown.getCause());
        } catch (IllegalAccessException hidden) {
            throw new ELException(hidden);
        }
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {}

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return false;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return null;
    }
}
