using Microsoft.Extensions.Logging;

namespace SlimRegeling.Web.Dossier;

/// <summary>A letter in the message box.</summary>
/// <param name="Soort">As the API calls it, such as verlening.</param>
/// <param name="Gelezen">Whether the person who looks opened it.</param>
/// <param name="AlsPagina">Whether it can be read as a page.</param>
/// <param name="PerPost">Whether it went on paper.</param>
public sealed record Bericht(
    string Id,
    string Soort,
    string Zaaknummer,
    DateOnly VerzondenOp,
    bool Gelezen,
    bool AlsPagina = false,
    bool PerPost = false
)
{
    public string Titel => Brief.Naam(Soort);

    /// <summary>Where it is read, when it can be read as a page.</summary>
    public string Pagina => $"/zaken/{Zaaknummer}?handler=Briefpagina&id={Uri.EscapeDataString(Id)}";

    public string Pdf => $"/zaken/{Zaaknummer}?handler=Brief&id={Uri.EscapeDataString(Id)}";
}

/// <param name="Volgende">Where the next page begins; null on the last one.</param>
public sealed record Berichtenlijst(IReadOnlyList<Bericht> Berichten, string? Volgende = null);

public sealed record Berichtentelling(int Aantal);

/// <summary>How many letters the person who looks did not open yet: in the menu of each page, so no page waits long for it. Asked once a page.</summary>
public sealed class Berichtenteller(DossiersApi dossiers, ILogger<Berichtenteller> log)
{
    private static readonly TimeSpan LangsteWacht = TimeSpan.FromSeconds(1);

    private Task<int?>? _ongelezen;

    /// <returns>Null when that cannot be asked now.</returns>
    public Task<int?> Ongelezen(CancellationToken ct) => _ongelezen ??= Vraag(ct);

    private async Task<int?> Vraag(CancellationToken ct)
    {
        using var wacht = CancellationTokenSource.CreateLinkedTokenSource(ct);
        wacht.CancelAfter(LangsteWacht);
        try
        {
            return (await dossiers.OngelezenBerichten(wacht.Token)).Aantal;
        }
        catch (Exception e) when (e is OperationCanceledException || Apifouten.Status(e) > 0)
        {
            log.LogWarning(e, "How many letters are new to who looks is not known now");
            return null;
        }
    }
}
