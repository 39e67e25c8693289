package io.honeypods.e2e.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The types of Kubernetes and the Prometheus operator, by API version and kind. */
final class Models {
  private static final Map<String, Class<?>> TYPES = types();

  /** Reads nothing that a type does not name: no unknown key, and no number for a text. */
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(LogicalType.Textual, Models::textsOnly)
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated any) {
                  return false;
                }
              })
          .build();

  private Models() {}

  /** What is wrong with an object: nothing, or one line. */
  static List<String> problems(Manifest manifest) {
    String key = manifest.apiVersion() + " " + manifest.kind();
    Class<?> type = TYPES.get(key);
    if (type == null) {
      return List.of(manifest.id() + ": no type for " + key + " (expected one of the models)");
    }
    try {
      STRICT.readValue(manifest.root().toString(), type);
      return List.of();
    } catch (JsonProcessingException e) {
      return List.of(manifest.id() + ": " + e.getOriginalMessage());
    }
  }

  private static void textsOnly(MutableCoercionConfig config) {
    config
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  private static Map<String, Class<?>> types() {
    var types = new HashMap<String, Class<?>>();
    for (KubernetesResource resource : ServiceLoader.load(KubernetesResource.class)) {
      if (resource instanceof HasMetadata object) {
        types.put(object.getApiVersion() + " " + object.getKind(), object.getClass());
      }
    }
    return Map.copyOf(types);
  }
}
