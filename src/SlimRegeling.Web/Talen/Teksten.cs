using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Extensions;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Web.Talen;

/// <summary>
/// The words of a page in the language of who looks. Pages are written in Dutch; <c>en.json</c> has the English of each text. Amounts are written
/// the Dutch way in both: what one types and what one reads look the same.
/// </summary>
public sealed class Teksten(IHttpContextAccessor verzoek, Koekjes koekjes)
{
    public const string Koekje = Koekjes.Taal;

    internal static readonly IReadOnlyDictionary<string, string> Engels = Lees("en.json");

    private static readonly HashSet<string> AlEngels = [.. Engels.Values];

    internal static readonly string[] Maanden =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    /// <summary>The word in an address that says a language.</summary>
    public const string Taalvraag = "taal";

    /// <summary>Pages that do without a cookie: they stand in another site, or nobody may be followed from one to the next.</summary>
    private static readonly string[] ZonderKoekje = ["/quickscan", "/scan"];

    /// <summary>Pages that stand there in Dutch only, whatever one chose.</summary>
    private static readonly string[] AlleenNederlands = ["/beheer", "/geld"];

    /// <summary>nl or en.</summary>
    public string Code { get; } =
        verzoek.HttpContext is { } http
        && Gekozen(http, koekjes) == "en"
        && !AlleenNederlands.Any(pad => http.Request.Path.StartsWithSegments(pad))
            ? "en"
            : "nl";

    public bool IsEngels => Code == "en";

    /// <summary>The language of what comes in Dutch from elsewhere, for an attribute <c>lang</c>; null when the page is Dutch too.</summary>
    public string? AnderTalig => IsEngels ? "nl" : null;

    /// <param name="nederlands">A text of which <c>en.json</c> has the English, with places <c>{0}</c>.</param>
    public string this[string nederlands, params ReadOnlySpan<object?> waarden]
    {
        get
        {
            var tekst = IsEngels ? Engels.GetValueOrDefault(nederlands, nederlands) : nederlands;
            return waarden.IsEmpty ? tekst : string.Format(CultureInfo.InvariantCulture, tekst, waarden);
        }
    }

    /// <summary>
    /// What the API said, or a reader of what one typed: in English when that is known, else in Dutch that says so. What was taken from
    /// <c>en.json</c> stays.
    /// </summary>
    public IHtmlContent VanApi(string? tekst)
    {
        var inhoud = new HtmlContentBuilder();
        if (tekst is null || !IsEngels || AlEngels.Contains(tekst))
        {
            return inhoud.Append(tekst ?? "");
        }
        return Apitekst.Engels(tekst) is { } engels
            ? inhoud.Append(engels)
            : inhoud.AppendHtml("<span lang=\"nl\">").Append(tekst).AppendHtml("</span>");
    }

    /// <summary>As text alone, for who shows it by script.</summary>
    [return: NotNullIfNotNull(nameof(tekst))]
    public string? Vertaald(string? tekst) => tekst is not null && IsEngels ? Apitekst.Engels(tekst) ?? tekst : tekst;

    /// <summary>The language of <see cref="Vertaald"/>, for an attribute <c>lang</c>; null when it is that of the page.</summary>
    public string? TaalVan(string tekst) => IsEngels && !AlEngels.Contains(tekst) && Apitekst.Engels(tekst) is null ? "nl" : null;

    /// <summary>The place of a rule, such as <c>artikel 2.8, tweede lid</c>.</summary>
    [return: NotNullIfNotNull(nameof(artikel))]
    public string? Artikel(string? artikel) => artikel is not null && IsEngels ? Apitekst.Artikel(artikel) : artikel;

    public string Dag(DateOnly dag) => IsEngels ? Engelsedag(dag.ToLocalDate()) : Weergave.Dag(dag);

    public string Dag(DateTimeOffset moment) => IsEngels ? Engelsedag(Hier(moment).Date) : Weergave.Dag(moment);

    public string DagEnTijd(DateTimeOffset moment)
    {
        if (!IsEngels)
        {
            return Weergave.DagEnTijd(moment);
        }
        var hier = Hier(moment);
        return string.Create(CultureInfo.InvariantCulture, $"{Engelsedag(hier.Date)}, {hier.Hour:00}:{hier.Minute:00} (Amsterdam)");
    }

    /// <summary>An estimate, rounded up to what can be meant.</summary>
    public string Wachttijd(TimeSpan? wacht) =>
        !IsEngels
            ? Weergave.Wachttijd(wacht)
            : wacht switch
            {
                null => "it cannot be said: nobody comes in now",
                { TotalSeconds: <= 60 } => "a minute at most",
                { } w => $"about {Aantal((int)Math.Ceiling(w.TotalMinutes), "minute")}",
            };

    /// <summary>How long something still lasts.</summary>
    public string Nog(Duration duur)
    {
        if (!IsEngels)
        {
            return Weergave.Nog(duur);
        }
        var (dagen, uren, minuten) = (duur.Days, duur.Hours, duur.Minutes);
        return dagen switch
        {
            >= 14 => $"{dagen} days",
            > 0 => $"{Aantal(dagen, "day")} and {Aantal(uren, "hour")}",
            _ when uren > 0 => $"{Aantal(uren, "hour")} and {Aantal(minuten, "minute")}",
            _ => minuten > 0 ? Aantal(minuten, "minute") : "less than a minute",
        };
    }

    private static string Aantal(int aantal, string wat) => aantal == 1 ? $"1 {wat}" : $"{aantal} {wat}s";

    private static string Engelsedag(LocalDate dag) =>
        string.Create(CultureInfo.InvariantCulture, $"{dag.Day} {Maanden[dag.Month - 1]} {dag.Year}");

    private static ZonedDateTime Hier(DateTimeOffset moment) => moment.ToInstant().InZone(Moment.Amsterdam);

    private static string? Gekozen(HttpContext http, Koekjes koekjes) =>
        Array.Exists(ZonderKoekje, pad => http.Request.Path.StartsWithSegments(pad))
        && http.Request.Query.TryGetValue(Taalvraag, out var taal)
        && taal.Count > 0
            ? taal[0]
            : http.Request.Cookies[koekjes.Naam(Koekje)];

    internal static Dictionary<string, string> Lees(string naam)
    {
        using var bron =
            typeof(Teksten).Assembly.GetManifestResourceStream(naam)
            ?? throw new InvalidOperationException($"The texts {naam} are missing.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(bron)!;
    }
}
