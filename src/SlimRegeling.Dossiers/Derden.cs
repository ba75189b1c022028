using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Dossiers;

/// <summary>
/// Who beside the applicant gets the letters on an objection: a third party who objected, and who else has an interest. Verlening has their names and
/// addresses; here they stand in the letter alone. A bailiff gets a writ, which has the address of the enterprise.
/// </summary>
public sealed class Derden(Contextvraag contexten)
{
    /// <summary>The third party who objected.</summary>
    public const string Indiener = "indiener";

    /// <summary>Who serves a writ: it is printed for them, and names the enterprise.</summary>
    public const string Deurwaarder = "deurwaarder";

    /// <param name="Ontvanger">As in a <see cref="Briefopdracht"/>.</param>
    /// <param name="Adres">As it was typed in; null when it was not, or was destroyed.</param>
    public sealed record Derde(string Ontvanger, string? Naam = null, string? Adres = null);

    /// <summary>Those to whom something can be posted.</summary>
    /// <exception cref="HttpRequestException">Verlening does not answer now; later it may.</exception>
    public async Task<IReadOnlyList<Derde>> Bereikbaar(string bezwaar, CancellationToken ct)
    {
        var alle = await contexten.Stel<List<Derde>>("verlening", $"/bezwaren/{Uri.EscapeDataString(bezwaar)}/geadresseerden", ct);
        return [.. (alle ?? []).Where(d => !string.IsNullOrWhiteSpace(d.Adres))];
    }

    /// <summary>Where a letter goes.</summary>
    /// <param name="opdracht">With an <c>Ontvanger</c>.</param>
    /// <exception cref="HttpRequestException">Verlening does not answer now; later it may.</exception>
    /// <exception cref="InvalidDataException">There is no address (any more).</exception>
    public async Task<Adres> AdresVan(Briefopdracht opdracht, CancellationToken ct) =>
        (await Bereikbaar(opdracht.Bezwaar!, ct)).FirstOrDefault(d => d.Ontvanger == opdracht.Ontvanger) is { } derde
            ? Van(derde)
            : throw new InvalidDataException($"Of {opdracht.Ontvanger} of {opdracht.Bezwaar} there is no address.");

    /// <summary>What was typed on one line, with commas, as the lines of an address.</summary>
    internal static Adres Van(Derde derde)
    {
        var delen = (derde.Adres ?? "").Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new(derde.Naam ?? "", delen.FirstOrDefault() ?? "", "", string.Join(", ", delen.Skip(1)));
    }
}
