using PledgeMiner.App.Commands;

return await CommandLine.RunAsync(args);
