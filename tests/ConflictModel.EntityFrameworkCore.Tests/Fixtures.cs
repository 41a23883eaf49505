using ConflictModel.EntityFrameworkCore.Tests;

// One server for all tests of this project; another that needs one begins it with its own.
[assembly: AssemblyFixture(typeof(PostgresServer))]
