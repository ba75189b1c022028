using System.Globalization;
using NodaTime;
using NodaTime.Extensions;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Api.Tijdvakken;
using SlimRegeling.Web.Api.Zaken;

namespace SlimRegeling.Web;

/// <summary>Dates, amounts and terms as people in the Netherlands write them.</summary>
public static class Weergave
{
    // The program runs without the culture tables of the machine.
    private static readonly NumberFormatInfo Nederlands = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary><c>€ 11.040,00</c>, with a space that does not break.</summary>
    public static string Bedrag(string bedrag) =>
        $"€\u00a0{decimal.Parse(bedrag, CultureInfo.InvariantCulture).ToString("#,##0.00", Nederlands)}";

    public static string Bedrag(decimal bedrag) => $"€\u00a0{bedrag.ToString("#,##0.00", Nederlands)}";

    /// <summary>A text of the API with the amounts in it held together: no line ends between <c>€</c> and its figures.</summary>
    public static string? Bijeen(string? tekst) => tekst?.Replace("€ ", "€\u00a0", StringComparison.Ordinal);

    public static string BedragOfStreep(string? bedrag) => bedrag is null ? "–" : Bedrag(bedrag);

    public static string Dag(DateOnly dag) => Datumtekst.Van(dag.ToLocalDate());

    public static string Dag(DateTimeOffset moment) => Datumtekst.Van(InAmsterdam(moment).Date);

    /// <summary><c>7 april 2026, 9.00 uur</c></summary>
    public static string DagEnTijd(DateTimeOffset moment) => $"{Dag(moment)}, {Klok(InAmsterdam(moment))} uur";

    /// <summary><c>17.03.22 uur</c></summary>
    public static string Tijd(DateTimeOffset moment)
    {
        var tijd = InAmsterdam(moment);
        return string.Create(CultureInfo.InvariantCulture, $"{tijd.Hour}.{tijd.Minute:00}.{tijd.Second:00} uur");
    }

    /// <summary><c>9.03 uur</c>, or <c>9.03 tot 17.40 uur</c>: from the first moment to the last of one day.</summary>
    public static string Tijden(DateTimeOffset eerst, DateTimeOffset laatst)
    {
        var (van, tot) = (Klok(InAmsterdam(eerst)), Klok(InAmsterdam(laatst)));
        return van == tot ? $"{van} uur" : $"{van} tot {tot} uur";
    }

    /// <summary><c>17.03.22 uur</c>; when it was another day <c>7 april 2026, 9.00 uur</c>.</summary>
    public static string Onlangs(DateTimeOffset moment, Instant nu) =>
        InAmsterdam(moment).Date == nu.InZone(Moment.Amsterdam).Date ? Tijd(moment) : DagEnTijd(moment);

    /// <summary><c>3.360</c></summary>
    public static string Getal(long getal) => getal.ToString("#,##0", Nederlands);

    /// <summary><c>7,5</c></summary>
    public static string Aantal(decimal aantal) => aantal.ToString("#,##0.##", Nederlands);

    /// <summary><c>1,2 MB</c></summary>
    public static string Omvang(long bytes) =>
        bytes < 1024 * 1024
            ? $"{Getal(Math.Max(1, bytes / 1024))}\u00a0kB"
            : $"{(bytes / 1024m / 1024m).ToString("#,##0.0", Nederlands)}\u00a0MB";

    /// <summary>An estimate, rounded up to what can be meant.</summary>
    public static string Wachttijd(TimeSpan? wacht) =>
        wacht switch
        {
            null => "niet te zeggen: er komt nu niemand binnen",
            { TotalSeconds: <= 60 } => "hooguit een minuut",
            { } w => $"ongeveer {Aantal((int)Math.Ceiling(w.TotalMinutes), "minuut", "minuten")}",
        };

    /// <summary>How long something still lasts, in the two largest units that say something.</summary>
    public static string Nog(Duration duur)
    {
        var (dagen, uren, minuten) = (duur.Days, duur.Hours, duur.Minutes);
        return dagen switch
        {
            >= 14 => $"{dagen} dagen",
            > 0 => $"{Aantal(dagen, "dag", "dagen")} en {Aantal(uren, "uur", "uur")}",
            _ when uren > 0 => $"{Aantal(uren, "uur", "uur")} en {Aantal(minuten, "minuut", "minuten")}",
            _ => minuten > 0 ? Aantal(minuten, "minuut", "minuten") : "minder dan een minuut",
        };
    }

    public static string Status(Zaakstatus status) =>
        status switch
        {
            Zaakstatus.Ingediend => "Ingediend",
            Zaakstatus.AanvullingGevraagd => "Aanvulling gevraagd",
            Zaakstatus.Aangevuld => "Aangevuld",
            Zaakstatus.Volledig => "Volledig",
            Zaakstatus.Gerangschikt => "Volgorde bepaald",
            Zaakstatus.BudgetGereserveerd => "Budget gereserveerd",
            Zaakstatus.Teruggezonden => "Opnieuw in beoordeling",
            Zaakstatus.Beoordeeld => "Beoordeeld",
            Zaakstatus.Verleend => "Subsidie verleend",
            Zaakstatus.InSteekproef => "In de steekproef",
            Zaakstatus.BewijsOntvangen => "Bewijs ontvangen",
            Zaakstatus.Vastgesteld => "Subsidie vastgesteld",
            Zaakstatus.Heropend => "Wordt opnieuw vastgesteld",
            Zaakstatus.Afgerond => "Afgerond",
            Zaakstatus.Afgewezen => "Afgewezen",
            Zaakstatus.Vervallen => "Vervallen",
            Zaakstatus.BuitenBehandeling => "Buiten behandeling",
            _ => status.ToString(),
        };

    /// <summary>How an application of one's own stands; of what was submitted.</summary>
    public static string Status(Api.Aanvragen.Status status) =>
        Enum.TryParse<Zaakstatus>(status.ToString(), out var zaak) ? Status(zaak)
        : status == Api.Aanvragen.Status.Ingetrokken ? "Ingetrokken"
        : status.ToString();

    /// <summary>How an application stands, by the name that the API gives it.</summary>
    public static string Zaakstand(string status) => Stand(status) is { } stand ? Status(stand) : status;

    /// <summary>Null for what is no name of a status.</summary>
    public static Api.Aanvragen.Status? Stand(string status) =>
        Enum.TryParse<Api.Aanvragen.Status>(status.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var gelezen)
            ? gelezen
            : null;

    /// <summary>For whom a window is.</summary>
    public static string Aanvragertype(string soort) =>
        soort switch
        {
            "mkb" or "mkb-onderneming" => "Mkb-ondernemingen",
            "samenwerkingsverband" => "Samenwerkingsverbanden",
            "grootbedrijf" => "Grootbedrijven in landbouw, horeca en recreatie",
            _ => soort,
        };

    /// <summary>What one applicant is.</summary>
    public static string Aanvrager(string soort) =>
        soort switch
        {
            "mkb" or "mkb-onderneming" => "Mkb-onderneming",
            "samenwerkingsverband" => "Samenwerkingsverband",
            "grootbedrijf" => "Grootbedrijf in landbouw, horeca of recreatie",
            _ => soort,
        };

    /// <summary>The tone in which the design system shows an announcement.</summary>
    public static string Toon(Mededelingsoort soort) =>
        soort switch
        {
            Mededelingsoort.Storing => "error",
            Mededelingsoort.Waarschuwing => "warning",
            _ => "info",
        };

    private static string Klok(ZonedDateTime tijd) => string.Create(CultureInfo.InvariantCulture, $"{tijd.Hour}.{tijd.Minute:00}");

    private static string Aantal(int aantal, string een, string meer) => aantal == 1 ? $"1 {een}" : $"{aantal} {meer}";

    private static ZonedDateTime InAmsterdam(DateTimeOffset moment) => moment.ToInstant().InZone(Moment.Amsterdam);
}
