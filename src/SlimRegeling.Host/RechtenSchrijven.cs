using System.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.StaticAssets;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Inzagen;

namespace SlimRegeling.Host;

/// <summary>
/// The command <c>rechten</c>: writes who may call each endpoint and page, and for whose case, as the program itself holds it. Nothing starts and
/// nothing connects.
/// </summary>
internal static class RechtenSchrijven
{
    public const string Bestand = "rechten.md";

    /// <summary>What the framework adds for files of a build that is not published; nobody may call it.</summary>
    private const string Bestandsvangnet = "{**path:file}";

    private const string Paginas = "Pagina's";
    private const string Overig = "Overig";

    private static readonly (Rol? Rol, string Kort, string Uitleg)[] Kolommen =
    [
        (null, "–", "niet aangemeld"),
        (Rol.Aanvrager, "AA", "aanvrager: handelt voor één onderneming"),
        (Rol.Gemachtigde, "GE", "gemachtigde: adviseur die met een machtiging voor één onderneming handelt"),
        (Rol.Partij, "PA", "partij: handelt voor een onderneming in een samenwerkingsverband"),
        (Rol.Beoordelaar, "BO", "beoordelaar"),
        (Rol.Medeondertekenaar, "MO", "medeondertekenaar"),
        (Rol.FinancieelMedewerker, "FM", "financieel medewerker"),
        (Rol.FinancieelControleur, "FC", "financieel controleur"),
        (Rol.Regelbeheerder, "RB", "regelbeheerder"),
        (Rol.Beheerder, "BH", "beheerder"),
        (Rol.Onderzoeker, "OZ", "onderzoeker: leest cijfers, nooit een zaak"),
        (
            Rol.FunctionarisGegevensbescherming,
            "FG",
            "functionaris gegevensbescherming: leest het inzagelog en wie van de uitvoerder welke toegang heeft, en verder niets"
        ),
        (Rol.Dienst, "DI", "dienst: een onderdeel van het programma zelf, geen mens"),
    ];

    public static async Task Voer(string map)
    {
        Directory.CreateDirectory(map);
        var pad = Path.Combine(map, Bestand);
        await File.WriteAllTextAsync(pad, await Tekst());
        Console.WriteLine(pad);
    }

    /// <summary>The whole document, with line feeds.</summary>
    /// <exception cref="Opstartfout">An endpoint or page says nothing of who may call it.</exception>
    public static async Task<string> Tekst()
    {
        await using var app = Huis.Ongestart(metSite: true);
        var eindpunten = Eindpunten(app);
        var stil = eindpunten.Where(e => e.Metadata.GetMetadata<Toegang>() is not { } t || (!t.Openbaar && t.Rollen.Count == 0)).ToList();
        if (stil.Count > 0)
        {
            throw new Opstartfout(
                $"Niet gezegd is wie dit mag: {string.Join(", ", stil.Select(Naam))}. Zeg Voor(…) of Openbaar() bij het eindpunt, en zet een nieuwe pagina in een map die Site.MapSite noemt."
            );
        }
        var tekst = new StringBuilder(
            """
            # Wie mag wat

            Gemaakt door het programma zelf uit wat elk eindpunt en elke pagina zegt (`dotnet run --project src/SlimRegeling.Host -- rechten`). Een test faalt als dit blad niet klopt, en een andere probeert elk paar van eindpunt en rol.

            - **eigen**: alleen de zaken en gegevens van de onderneming waarvoor iemand handelt; wat van een ander is, bestaat voor hem niet (404).
            - **alle**: de zaken van iedereen, of iets wat van geen onderneming is.
            - **open**: iedereen, ook zonder aanmelden.
            - **–**: niet: 403, en zonder aanmelden 401 (een pagina stuurt dan naar het aanmelden).
            - **log** in de laatste kolom: als een medewerker dit bekijkt, komt dat in het inzagelog. Een lijst om een zaak in te vinden telt als die van één zaak of één onderneming is gevraagd, en als op woorden is gezocht. Een werklijst telt voor elke zaak die erop staat: wat er te doen is, wat moet worden aangevuld, niet behandeld of betaald, wat niet aansluit, welke brief op de post wacht, welke e-mail aandacht vraagt en welke zaak in een simulatie anders uitvalt.
            - **heel** in de laatste kolom: dit bindt de hele onderneming. Wie volgens eHerkenning voor één vestiging handelt, mag dit niet (403, `alleen-voor-vestiging`); lezen en voorbereiden mag hij wel.

            Een gemachtigde handelt met een machtiging uit het token van eHerkenning, of met een die de onderneming in het portaal gaf. Achter *eigen* staat dan wat die uit het portaal moet omvatten: **A** aanvragen, **V** verantwoorden, bij twee letters één van beide. Zonder letter geldt zij daar niet.

            Een pagina haalt wat zij toont bij de API, als de persoon die kijkt; wat de API vastlegt, geldt dus ook voor de pagina.

            Wie voor een onderneming handelt, heeft op dat moment geen enkele rol van de uitvoerder, ook niet als zijn token die noemt (2:4 Awb).

            | kort | rol |
            | --- | --- |

            """
        );
        foreach (var (_, kort, uitleg) in Kolommen)
        {
            tekst.Append("| ").Append(kort).Append(" | ").Append(uitleg).Append(" |\n");
        }
        foreach (var deel in eindpunten.GroupBy(Deel).OrderBy(g => Volgorde(g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            Schrijf(tekst, deel.Key, deel);
        }
        tekst.Append(
            """

            Buiten deze tabel en voor iedereen open: de API-documenten (`/openapi/…`), vormgeving en lettertypen, en het antwoord van de aanmelddienst (`/aanmelden/terug`, `/afmelden/terug`). De aanmelddienst voor voorbeelden (`/voorbeeldprovider/…`) is er in productie niet.

            """
        );
        return tekst.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>All but the files of the site's look, which are open.</summary>
    internal static IReadOnlyList<RouteEndpoint> Eindpunten(WebApplication app) =>
        [
            .. app
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e =>
                    e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.RoutePattern.RawText!.TrimStart('/') != Bestandsvangnet
                ),
        ];

    private static void Schrijf(StringBuilder tekst, string titel, IEnumerable<RouteEndpoint> eindpunten)
    {
        tekst.Append("\n## ").Append(titel).Append("\n\n| | ");
        tekst
            .AppendJoin(" | ", Kolommen.Select(k => k.Kort))
            .Append(" | |\n|")
            .Insert(tekst.Length, " --- |", Kolommen.Length + 2)
            .Append('\n');
        foreach (var eindpunt in eindpunten.OrderBy(e => Pad(e), StringComparer.Ordinal).ThenBy(Methode, StringComparer.Ordinal))
        {
            var toegang = eindpunt.Metadata.GetMetadata<Toegang>()!;
            tekst.Append("| `").Append(Naam(eindpunt)).Append("` | ");
            tekst.AppendJoin(" | ", Kolommen.Select(k => Recht(toegang, k.Rol) + (k.Rol == Rol.Gemachtigde ? Omvang(eindpunt) : "")));
            tekst.Append(" |").Append(Bijzonder(eindpunt)).Append(" |\n");
        }
    }

    private static string Recht(Toegang toegang, Rol? rol) =>
        rol switch
        {
            _ when toegang.Openbaar => "open",
            { } r when toegang.Rollen.Contains(r) => toegang.EigenZaak && Rollen.VanOnderneming.Contains(r) ? "eigen" : "alle",
            _ => "–",
        };

    private static string Bijzonder(RouteEndpoint eindpunt) =>
        eindpunt.Metadata.GetMetadata<Inzage>() is not null ? " log"
        : eindpunt.Metadata.GetMetadata<BindtOnderneming>() is not null ? " heel"
        : "";

    /// <summary>What a machtiging from the portal must cover, a letter each.</summary>
    private static string Omvang(RouteEndpoint eindpunt) =>
        string.Concat(eindpunt.Metadata.GetMetadata<MetMachtiging>()?.Omvang.Select(o => $" {o.ToString()[0]}") ?? []);

    internal static string Naam(RouteEndpoint eindpunt) => $"{Methode(eindpunt)} {Pad(eindpunt)}".TrimStart();

    private static string Methode(RouteEndpoint eindpunt) =>
        eindpunt.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods: [var methode] } ? methode : "";

    private static string Pad(RouteEndpoint eindpunt) => $"/{eindpunt.RoutePattern.RawText!.TrimStart('/')}";

    private static string Deel(RouteEndpoint eindpunt) =>
        eindpunt.Metadata.GetMetadata<IEndpointGroupNameMetadata>()?.EndpointGroupName is { } context ? context
        : eindpunt.Metadata.GetMetadata<PageActionDescriptor>() is not null ? Paginas
        : Overig;

    private static int Volgorde(string deel) =>
        deel is Overig ? 2
        : deel is Paginas ? 1
        : 0;
}
