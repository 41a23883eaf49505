using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ConflictModel.EntityFrameworkCore.Tests;

public sealed class SqliteTests : DatabaseTests, IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public void Dispose() => connection.Dispose();

    protected override Attacks Open()
    {
        connection.Open();
        var context = new Attacks(new DbContextOptionsBuilder<Attacks>().UseSqlite(connection).UseConflictModel().Options);
        context.Database.EnsureCreated();
        return context;
    }
}
