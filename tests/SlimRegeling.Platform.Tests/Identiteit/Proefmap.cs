namespace SlimRegeling.Platform.Tests.Identiteit;

/// <summary>A folder of its own for each test class, gone afterwards.</summary>
internal sealed class Proefmap : IDisposable
{
    public string Pad { get; } = Directory.CreateTempSubdirectory("slim-identiteit-").FullName;

    public void Dispose() => Directory.Delete(Pad, recursive: true);
}
