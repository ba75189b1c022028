using SlimRegeling.Platform.Tests;
using SlimRegeling.Platform.Tests.Ingebouwd;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

return args switch
{
    [Gastheer.Opdracht, var gegevensmap] => await Gastheer.Draai(gegevensmap),
    _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") => await TestPlatformTestFramework.RunAsync(
        args,
        SelfRegisteredExtensions.AddSelfRegisteredExtensions
    ),
    _ => await ConsoleRunner.Run(args),
};
