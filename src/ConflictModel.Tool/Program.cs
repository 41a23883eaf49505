using ConflictModel.Tool.Commands;

return CommandLine.Run(args);
