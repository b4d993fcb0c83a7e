using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentoring.Platform.Platform.Data;

public static class References
{
    /// <summary>
    /// Tells EF of a foreign key between aggregates, without a navigation: it needs to know in which order new rows
    /// of one unit of work are inserted.
    /// </summary>
    /// <param name="key">The tenant, then the id of the other.</param>
    public static void RefersTo<T, TOther>(this EntityTypeBuilder<T> entity, Expression<Func<T, object?>> key)
        where T : class
        where TOther : class => entity.HasOne<TOther>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);
}
