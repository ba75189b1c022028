using System.Globalization;
using System.Text.Json;
using NodaTime;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web.Tests;

/// <summary>The whole program on the morning after a window closed: twenty applications, and two employees who have not begun.</summary>
public sealed class Kantoor : IAsyncLifetime
{
    public const int Aantal = 20;

    /// <summary>Who assesses.</summary>
    public const string Bas = "beoordelaar";

    /// <summary>Who assesses and signs, by her own name and by that which a beheerder wrote down.</summary>
    public const string Dina = "dina-dag";
    public const string Dinanaam = "Dina Dagelijks";

    private const string Tijdvak = "2026-dagwerk-mkb";

    private static readonly Duration Sluiting = Duration.FromDays(2);

    private const string Adviseur = """{"uren":80,"uurtarief":"125.00"}""";

    private const string TweedeAdviseur = """{"uren":20,"uurtarief":"100.00"}""";

    /// <summary>As others apply, with a second adviser: that is 8,280 euro, and without that one 6,900.</summary>
    private static readonly JsonElement Formulier = JsonSerializer.Deserialize<JsonElement>(
        Portaalhuis.Ondertekend.Replace(Adviseur, $"{Adviseur},{TweedeAdviseur}", StringComparison.Ordinal)
    );

    private readonly Verzetklok _klok = new();
    private readonly Dictionary<string, Task> _gedaan = [];

    public Portaalhuis Portaal { get; }

    /// <summary>Each of another enterprise, in the order in which they came.</summary>
    public IReadOnlyList<string> Zaken { get; private set; } = [];

    /// <summary>How often a page of this kind was looked at.</summary>
    internal Dictionary<string, int> Gezien { get; } = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Kantoor() => Portaal = new() { Klok = _klok };

    public async ValueTask InitializeAsync()
    {
        await Portaal.InitializeAsync();
        Portaal.Registreer(new(Dina, "Dina Dag", [Rol.Beoordelaar, Rol.Medeondertekenaar]));
        await Portaal.Tijdvak(Tijdvak, dagen: 1, volgorde: "binnenkomst");
        var zaken = new List<string>();
        for (var i = 0; i < Aantal; i++)
        {
            zaken.Add(await Ingediend(i));
        }
        Zaken = zaken;
        await Portaal.Stil();
        _klok.Verzet = Sluiting;
        foreach (var wie in (string[])[Bas, Dina])
        {
            await Portaal.Gelukt(wie, HttpMethod.Post, "/v1/medewerkers/aanmelding", new { });
        }
        var medewerker = $"/v1/medewerkers/{Relaties.Medewerkers.Medewerker.Stroom(Dina)}/naam";
        await Portaal.Gelukt("beheerder", HttpMethod.Put, medewerker, new { naam = Dinanaam });
        await Bijgewerkt();
    }

    public ValueTask DisposeAsync() => Portaal.DisposeAsync();

    /// <summary>Who applied in the case at this place in the list.</summary>
    public static string Werkgever(int nummer) => string.Create(CultureInfo.InvariantCulture, $"werkgever-{nummer}");

    /// <summary>A part of the day, done by the first test that needs it.</summary>
    internal Task Eenmaal(Func<Task> deel)
    {
        if (!_gedaan.TryGetValue(deel.Method.Name, out var gedaan))
        {
            _gedaan[deel.Method.Name] = gedaan = deel();
        }
        return gedaan;
    }

    /// <summary>Until all was heard, and the list of work shows it.</summary>
    internal async Task Bijgewerkt()
    {
        await Portaal.Stil();
        for (var i = 0; i < 300 && await Portaal.Voer("select 1 from zaken.termijnwerk limit 1") is not null; i++)
        {
            await Task.Delay(100, Ct);
        }
    }

    /// <summary>Budget is set apart for all that have a place in the order.</summary>
    internal async Task Reserveer()
    {
        await Portaal.Gelukt("regelbeheerder", HttpMethod.Post, $"/v1/ontvangsten/{Tijdvak}", new { });
        await Bijgewerkt();
    }

    internal void Later(int dagen) => _klok.Verzet += Duration.FromDays(dagen);

    /// <summary>As someone sees it to whom no case is closed.</summary>
    internal Task<JsonElement> Lees(string pad) => Portaal.Gelukt("medeondertekenaar", HttpMethod.Get, pad);

    private async Task<string> Ingediend(int nummer)
    {
        var wie = Werkgever(nummer);
        var kvk = string.Create(CultureInfo.InvariantCulture, $"910001{nummer:00}");
        var naam = string.Create(CultureInfo.InvariantCulture, $"Werkgever {nummer}");
        Portaal.Registreer(wie, naam, kvk);
        await Portaal.Ingeschreven(wie, naam, kvk);
        var begonnen = await Portaal.Gelukt(wie, HttpMethod.Post, "/v1/aanvragen", new { tijdvak = Tijdvak });
        var zaak = begonnen.GetProperty("zaaknummer").GetString()!;
        await Portaal.Gelukt(wie, HttpMethod.Put, $"/v1/aanvragen/{zaak}/concept", Formulier);
        await Portaal.Gelukt(wie, HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        return zaak;
    }
}
