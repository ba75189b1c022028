using System.Text.Json;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>A house of its own in which twelve firms did two scans: whatever another test closes would be in the figures of all.</summary>
public sealed class Bedrijvenhuis : IAsyncLifetime
{
    public Apihuis Huis { get; } = new();

    /// <summary>Who acts for each firm, with its KVK number.</summary>
    public IReadOnlyList<(string Wie, string KvkNummer)> Ondernemers { get; private set; } = [];

    internal Scanbedrijven Bedrijven { get; private set; } = null!;

    public string Onderzoeker { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await Huis.InitializeAsync();
        Onderzoeker = Huis.Medewerker(Rol.Onderzoeker);
        Ondernemers = [.. Enumerable.Range(0, Scanbedrijven.Aantal).Select(_ => Huis.Ondernemer())];
        Bedrijven = new(
            async (wie, pad, lichaam) => (await Zaakloop.Gelukt(Huis.Post(wie, pad, JsonSerializer.Serialize(lichaam)))).Inhoud,
            Huis.Voer
        );
        await Bedrijven.Vul(Mensen.Anna, [.. Ondernemers.Select(o => o.Wie)]);
    }

    public ValueTask DisposeAsync() => Huis.DisposeAsync();
}
