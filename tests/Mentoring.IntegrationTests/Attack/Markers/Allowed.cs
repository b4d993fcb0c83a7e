using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Attack.Markers;

/// <summary>What one tenant may read of another, by column; everything that is not here is a leak.</summary>
internal static class Allowed
{
    /// <summary>Above an organization: what it is called, and its official contacts.</summary>
    private static readonly HashSet<string> Upward =
    [
        "tenant.name",
        "tenant.short_name",
        "organization_profile.full_name",
        "organization_profile.locality",
        "organization_profile.head_title",
        "organization_profile.head_name",
    ];

    /// <summary>Below an office: the lists that it keeps for everybody, and what it is called.</summary>
    private static readonly HashSet<string> Downward =
    [
        "tenant.name",
        "tenant.short_name",
        "mentoring_form.name",
        "role_model.name",
        "mentoring_kind.name",
        "reference_item.name",
    ];

    /// <summary>Columns of words that the product chooses among, or writes itself: nobody types anything there.</summary>
    public static readonly IReadOnlySet<string> Words = new HashSet<string>(StringComparer.Ordinal)
    {
        "audit_entry.operation",
        "audit_entry.subject_kind",
        "audit_entry.trace_id",
        "idempotency_record.operation",
        "idempotency_record.key",
        "headcount.target_group",
        "mentoring_form.code",
        "mentoring_form.mentor_group",
        "mentoring_form.mentee_group",
        "role_model.code",
        "role_model.form_code",
        "mentoring_kind.code",
        "reference_item.code",
        "setting.key",
        "mentor_profile.position_code",
        "mentee_profile.category_code",
        "mentee_request.topic_code",
        "mentoring_team.form_code",
        "mentoring_team.role_model_code",
        "document.kind",
        "document.content_type",
        // What was agreed or sealed, byte for byte; its texts come from what was typed.
        "program_edition.content",
        "work_run.kind",
        "work_run.reason",
        "work_run.node",
        "work_tally.kind",
        "tenant.kind",
        "tenant.time_zone",
    };

    /// <summary>Columns in which the very presence of a text says that something has happened.</summary>
    public static readonly IReadOnlySet<string> Signs = new HashSet<string>(StringComparer.Ordinal)
    {
        "mentoring_program.approval_number",
        "mentoring_program.end_explanation",
        "mentoring_team.order_number",
        "mentoring_team.closing_explanation",
        "head_order.number",
        "head_order.revocation_reason",
        "plan_activity.result",
    };

    public static bool May(Guid? reader, Marker marker) =>
        reader is { } own
        && (
            own == marker.Tenant
            || (IsAbove(own, marker.Tenant) && Upward.Contains(marker.Column))
            || (IsAbove(marker.Tenant, own) && Downward.Contains(marker.Column))
        );

    private static bool IsAbove(Guid upper, Guid lower) => TestTree.Lineage(lower).Skip(1).Contains(upper);
}
