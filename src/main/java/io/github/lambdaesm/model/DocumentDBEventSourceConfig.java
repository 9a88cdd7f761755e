package io.github.lambdaesm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Members;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.Types;
import io.github.lambdaesm.internal.shape.Values;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Configures what to read from an Amazon DocumentDB cluster. For Amazon DocumentDB only, which
 * requires it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html">AWS Lambda
 *     Developer Guide: Amazon DocumentDB</a>
 */
public final class DocumentDBEventSourceConfig extends Structure
    implements ToCopyableBuilder<DocumentDBEventSourceConfig.Builder, DocumentDBEventSourceConfig> {
  private static final Members MEMBERS = Members.create();
  private static final Member<String> DATABASE_NAME = MEMBERS.add("DatabaseName", Types.STRING);
  private static final Member<String> COLLECTION_NAME = MEMBERS.add("CollectionName", Types.STRING);
  private static final Member<String> FULL_DOCUMENT = MEMBERS.add("FullDocument", Types.STRING);

  static final Shape<DocumentDBEventSourceConfig> SHAPE =
      shape(DocumentDBEventSourceConfig.class, MEMBERS, DocumentDBEventSourceConfig::new);

  private DocumentDBEventSourceConfig(Values values) {
    super(values);
  }

  /**
   * Returns the name of the database.
   *
   * @see Builder#databaseName(String)
   */
  public @Nullable String databaseName() {
    return get(DATABASE_NAME);
  }

  /**
   * Returns the name of the collection.
   *
   * @see Builder#collectionName(String)
   */
  public @Nullable String collectionName() {
    return get(COLLECTION_NAME);
  }

  /**
   * Returns the content of an event for an updated document.
   *
   * @see Builder#fullDocument(String)
   */
  public @Nullable FullDocument fullDocument() {
    return FullDocument.fromValue(get(FULL_DOCUMENT));
  }

  /**
   * Returns the content of an event for an updated document, as a string. The value may be newer
   * than this library.
   */
  public @Nullable String fullDocumentAsString() {
    return get(FULL_DOCUMENT);
  }

  /** Creates an instance from JSON, for Jackson 3. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static DocumentDBEventSourceConfig fromJson(Map<String, Object> json) {
    return SHAPE.fromJson(json);
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder(SHAPE.newValues());
  }

  @Override
  public Builder toBuilder() {
    return new Builder(values().toBuilder());
  }

  /** Builds a {@link DocumentDBEventSourceConfig}. A member that is set to null is left out. */
  public static final class Builder extends Structure.Builder<Builder>
      implements CopyableBuilder<Builder, DocumentDBEventSourceConfig> {
    private Builder(Values.Builder values) {
      super(values);
    }

    /** Sets the name of the database. Required. 1 to 63 characters. */
    public Builder databaseName(@Nullable String databaseName) {
      return set(DATABASE_NAME, databaseName);
    }

    /**
     * Sets the name of the collection.
     *
     * <p>1 to 57 characters, not starting with {@code system.}. Default: all collections of the
     * database.
     */
    public Builder collectionName(@Nullable String collectionName) {
      return set(COLLECTION_NAME, collectionName);
    }

    /**
     * Sets the content of an event for an updated document, as a string. Default: {@code Default},
     * the changes only.
     *
     * @see FullDocument
     */
    public Builder fullDocument(@Nullable String fullDocument) {
      return set(FULL_DOCUMENT, fullDocument);
    }

    /**
     * Sets the content of an event for an updated document. Default: {@link FullDocument#DEFAULT},
     * the changes only.
     *
     * @throws IllegalArgumentException if it is {@code UNKNOWN_TO_SDK_VERSION}
     */
    public Builder fullDocument(@Nullable FullDocument fullDocument) {
      return setEnum(FULL_DOCUMENT, fullDocument);
    }

    @Override
    public DocumentDBEventSourceConfig build() {
      return new DocumentDBEventSourceConfig(values());
    }
  }
}
