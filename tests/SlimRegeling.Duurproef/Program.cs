using SlimRegeling.Duurproef;

return await Opdracht.Voer(args);
