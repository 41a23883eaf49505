using BenchmarkDotNet.Running;
using ConflictModel.Benchmarks.Matching;
using ConflictModel.Benchmarks.People;
using ConflictModel.Benchmarks.Reconciliation;
using ConflictModel.Benchmarks.Scale;
using ConflictModel.Benchmarks.Tables;
using ConflictModel.Benchmarks.Vintages;

switch (args)
{
    case ["peers", .. var rest]:
        return PeersCommand.Run(rest);
    case ["curve", .. var rest]:
        return CurveCommand.Run(rest);
    case ["building"]:
        return BuildCommand.Run();
    case ["file"]:
        return FileCommand.Run();
    case ["file", "statement"]:
        return FileCommand.RunStatement();
    case ["scale", .. var rest]:
        return ScaleCommand.Run(rest);
    case ["matching", var count]:
        return MatchingCommand.Run(count);
    case ["people", var task]:
        return PeopleCommand.Run(task);
    case ["reconcile"]:
        return ReconcileCommand.Run();
    case ["vintages", var task]:
        return VintagesCommand.Run(task);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
