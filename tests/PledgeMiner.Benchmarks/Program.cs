using BenchmarkDotNet.Running;
using PledgeMiner.Benchmarks;

if (args is ["tagger-speed", var file]) TaggerSpeed.Run(file);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
