using Microsoft.EntityFrameworkCore;

namespace ConflictModel.EntityFrameworkCore.Tests;

public sealed class PostgresTests(PostgresServer server) : DatabaseTests
{
    // Making a database takes longer than a test.
    private static string? database;

    protected override Attacks Open()
    {
        Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");
        var context = new Attacks(new DbContextOptionsBuilder<Attacks>()
            .UseNpgsql(database ??= server.NewDatabase(), npgsql => npgsql.UseNodaTime()).UseConflictModel().Options);
        context.Database.EnsureCreated();
        context.All.ExecuteDelete();
        return context;
    }
}
