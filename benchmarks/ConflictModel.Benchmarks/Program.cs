using BenchmarkDotNet.Running;
using ConflictModel.Benchmarks.Tables;

if (args is ["peers", ..])
{
    return PeersCommand.Run(args.AsSpan(1));
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
