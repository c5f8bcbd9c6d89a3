package vn.khanhhoa.thecovid.platform.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells a screen reader what belongs to an input: the hint and the message that {@code kh:field} puts above it, and
 * whether its value was refused. Named in faces-config.xml, for every input that is about to be rendered.
 */
public final class FieldDescriptions implements SystemEventListener {
    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIInput;
    }

    @Override
    public void processEvent(SystemEvent event) {
        FacesContext context = FacesContext.getCurrentInstance();
        UIInput input = (UIInput) event.getSource();
        boolean refused = !context.getMessageList(input.getClientId(context)).isEmpty();
        List<String> describing = new ArrayList<>();
        if (refused) {
            add(describing, context, input, "-error");
        }
        add(describing, context, input, "-hint");
        Map<String, Object> attributes = input.getPassThroughAttributes();
        put(attributes, "aria-describedby", String.join(" ", describing));
        put(attributes, "aria-invalid", refused ? "true" : "");
    }

    private static void add(List<String> describing, FacesContext context, UIInput input, String suffix) {
        UIComponent beside = input.findComponent(input.getId() + suffix);
        if (beside != null && beside.isRendered()) {
            describing.add(beside.getClientId(context));
        }
    }

    /** An own description that the page gave stays, unless there is something to say. */
    private static void put(Map<String, Object> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, value);
        } else if (name.equals("aria-invalid")) {
            attributes.remove(name);
        }
    }
}
