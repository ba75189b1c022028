using Microsoft.AspNetCore.Http;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Scanwerk;

/// <summary>The words of a page for codes of the API.</summary>
public static class Scanwoorden
{
    public static string Band(Teksten t, string beeld) =>
        beeld switch
        {
            "aandacht" => t["vraagt aandacht"],
            "kan sterker" => t["kan sterker"],
            "op orde" => t["op orde"],
            "sterk" => t["sterk"],
            _ => t["niet gemeten"],
        };

    public static string Inspanning(Teksten t, string inspanning) =>
        inspanning switch
        {
            "klein" => t["klein"],
            "middel" => t["middel"],
            _ => t["groot"],
        };

    public static string Kosten(Teksten t, string kosten) =>
        kosten switch
        {
            "geen" => t["geen"],
            "laag" => t["tot € 1.000"],
            "middel" => t["tot € 10.000"],
            _ => t["meer dan € 10.000"],
        };

    /// <summary>How far the questions of a list were researched.</summary>
    public static string Validatie(Teksten t, string status) =>
        status switch
        {
            "gevalideerd" => t["gevalideerd"],
            "in-onderzoek" => t["wordt nog onderzocht"],
            _ => t["nog niet gevalideerd"],
        };

    /// <summary>What a firm can say of its works council; it blocks nothing.</summary>
    public static readonly IReadOnlyList<Leerkeuze> Raadstanden =
    [
        new("ingestemd", new("De raad of vertegenwoordiging heeft ingestemd", "The council or representation consented")),
        new("geinformeerd", new("De raad of vertegenwoordiging is op de hoogte", "The council or representation was told")),
        new("geen", new("Wij hebben er geen", "We have none")),
        new("nog-niet", new("Dat moet nog", "That is still to be done")),
    ];

    /// <summary>Whether it came about on a day.</summary>
    public static bool MetDag(string? raadstand) => raadstand is "ingestemd" or "geinformeerd";

    /// <summary>The same for who answers.</summary>
    public static string Raad(Teksten t, string? stand) =>
        stand switch
        {
            "ingestemd" => t["De ondernemingsraad of personeelsvertegenwoordiging stemde in met deze scan."],
            "geinformeerd" => t["De ondernemingsraad of personeelsvertegenwoordiging weet van deze scan."],
            "geen" => t["Uw bedrijf heeft geen ondernemingsraad of personeelsvertegenwoordiging."],
            "nog-niet" => t["Uw bedrijf vroeg de ondernemingsraad of personeelsvertegenwoordiging nog niet."],
            _ => t["Uw bedrijf zei niet of een ondernemingsraad of personeelsvertegenwoordiging van deze scan weet."],
        };

    /// <summary>Where a scan stands.</summary>
    public static string Stand(Teksten t, Scanstand scan) =>
        scan switch
        {
            { Afgebroken: true } => t["Afgebroken"],
            { Rapport: true } => t["Rapport klaar"],
            { Gesloten: true } => t["Gesloten"],
            _ => t["Open"],
        };

    /// <summary>A count in steps of five: what comes in between is not told.</summary>
    public static string TenMinste(Teksten t, int aantal) => aantal == 0 ? t["Nog geen vijf"] : t["Ten minste {0}", aantal];

    /// <summary>Where people answer, as they reach it; a code comes behind a #, which no server gets.</summary>
    public static string Invuladres(HttpRequest verzoek, string scan) => $"{verzoek.Scheme}://{verzoek.Host}/scan/{scan}";

    /// <summary>A code in groups of four, which people copy without mistakes; the hyphens make no other one of it.</summary>
    public static string Leesbaar(string code) => string.Join('-', code.Chunk(4).Select(deel => new string(deel)));
}
