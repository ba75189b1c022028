using SlimRegeling.Host;

return await Opdrachtregel.Voer(args);
