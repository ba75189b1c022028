using System.Globalization;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Web.Tests;

/// <summary>The portal with the reports of twelve firms, whom no other test looks at: so every page of figures has some.</summary>
public sealed class Cijferhuis : IAsyncLifetime
{
    public const string Trekker = "Truus Trekker";

    public Portaalhuis Portaal { get; } = new();

    internal Scanbedrijven Bedrijven { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Portaal.InitializeAsync();
        Portaal.Registreer("cijfertrekker", Trekker, "94000000");
        var ondernemers = Enumerable.Range(1, Scanbedrijven.Aantal).Select(Ondernemer).ToList();
        Bedrijven = new(
            (wie, pad, lichaam) => Voorbeeldbeller.Gelukt(Portaal.Adres, wie, HttpMethod.Post, pad, lichaam),
            sql => Portaal.Voer(sql)
        );
        await Bedrijven.Vul("cijfertrekker", ondernemers);
    }

    public ValueTask DisposeAsync() => Portaal.DisposeAsync();

    /// <summary>By what they are called on the page on which people choose; no name begins another.</summary>
    public static string Naam(int nummer) => $"Cijfers {(char)('A' + nummer)}";

    private string Ondernemer(int nummer)
    {
        var wie = string.Create(CultureInfo.InvariantCulture, $"cijfers-{nummer}");
        Portaal.Registreer(wie, Naam(nummer), string.Create(CultureInfo.InvariantCulture, $"9400{nummer:0000}"));
        return wie;
    }
}
