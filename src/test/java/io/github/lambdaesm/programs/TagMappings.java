package io.github.lambdaesm.programs;

import java.io.PrintStream;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsResponse;
import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.TagResourceRequest;

/**
 * Tags every mapping of a function with an owner, or removes the tag.
 *
 * <p>Arguments: the endpoint, the function, and optionally the owner.
 */
public final class TagMappings {
  private static final String OWNER = "owner";

  private final LambdaClient lambda;
  private final PrintStream out;
  private final String owner;

  private TagMappings(LambdaClient lambda, PrintStream out, String owner) {
    this.lambda = lambda;
    this.out = out;
    this.owner = owner;
  }

  public static void main(String[] args) {
    run(System.out, args);
  }

  public static void run(PrintStream out, String... args) {
    StaticCredentialsProvider credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("tagger", "secret"));
    try (LambdaClient lambda =
        LambdaClient.builder()
            .credentialsProvider(credentials)
            .region(Region.EU_NORTH_1)
            .endpointOverride(URI.create(args[0]))
            .build()) {
      new TagMappings(lambda, out, args.length > 2 ? args[2] : null).visitAll(args[1]);
    } catch (AwsServiceException e) {
      out.println("Stopped: " + e.awsErrorDetails().errorMessage());
    }
  }

  private void visitAll(String function) {
    ListEventSourceMappingsRequest request =
        ListEventSourceMappingsRequest.builder().functionName(function).maxItems(2).build();
    int visited = 0;
    String marker;
    do {
      ListEventSourceMappingsResponse page = lambda.listEventSourceMappings(request);
      if (page.hasEventSourceMappings()) {
        page.eventSourceMappings().forEach(this::visit);
        visited += page.eventSourceMappings().size();
      } else {
        out.println("A page without mappings");
      }
      marker = page.nextMarker();
      request = request.toBuilder().marker(marker).build();
    } while (marker != null);
    out.println("Mappings visited: " + visited);
  }

  private void visit(EventSourceMappingConfiguration mapping) {
    try {
      String before = ownerOf(mapping.eventSourceMappingArn());
      if (owner == null) {
        disown(mapping, before);
      } else {
        own(mapping, before);
      }
    } catch (ResourceNotFoundException e) {
      out.println(mapping.uuid() + ": gone since it was listed");
    }
  }

  private String ownerOf(String arn) {
    ListTagsResponse response = lambda.listTags(ListTagsRequest.builder().resource(arn).build());
    return response.hasTags() ? response.tags().get(OWNER) : null;
  }

  private void own(EventSourceMappingConfiguration mapping, String before) {
    if (owner.equals(before)) {
      out.println(mapping.uuid() + ": " + owner + " has it");
      return;
    }
    lambda.tagResource(
        TagResourceRequest.builder()
            .resource(mapping.eventSourceMappingArn())
            .tags(Map.of(OWNER, owner))
            .build());
    out.println(mapping.uuid() + ": from " + before + " to " + owner);
  }

  private void disown(EventSourceMappingConfiguration mapping, String before) {
    if (before == null) {
      out.println(mapping.uuid() + ": nobody has it");
      return;
    }
    lambda.untagResource(tags -> tags.resource(mapping.eventSourceMappingArn()).tagKeys(OWNER));
    out.println(mapping.uuid() + ": taken from " + before);
  }
}
