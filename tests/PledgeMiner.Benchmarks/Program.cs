using BenchmarkDotNet.Running;
using PledgeMiner.Benchmarks;

if (args is ["tagger-speed", var file]) TaggerSpeed.Run(file);
else if (args is ["mine-speed", ..]) MineSpeed.Run(args.ElementAtOrDefault(1));
else if (args is ["ledger-speed", var folder]) await LedgerSpeed.RunAsync(folder);
else if (args is ["reading", var pages]) await ReadingComparison.RunAsync(pages);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
