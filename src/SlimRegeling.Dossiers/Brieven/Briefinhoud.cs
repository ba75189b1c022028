using NodaTime;

namespace SlimRegeling.Dossiers.Brieven;

/// <summary>What a letter says, without how it looks. All texts are plain text; a line feed starts a new line.</summary>
/// <param name="Afzender">The organisation, at the head of the letter and as the author of the file.</param>
/// <param name="Adressering">Name and address of the receiver, line by line.</param>
/// <param name="Slot">Closing and signature, line by line; kept together on one page.</param>
/// <param name="Voettekst">At the foot of each page, before the page number; kept to one line.</param>
public sealed record Briefinhoud(
    string Kenmerk,
    LocalDate Datum,
    string Afzender,
    IReadOnlyList<string> Adressering,
    string Onderwerp,
    IReadOnlyList<Briefblok> Blokken,
    IReadOnlyList<string> Slot,
    string Voettekst,
    Brieftaal Taal = Brieftaal.Nederlands
);

public abstract record Briefblok;

public sealed record Alinea(string Tekst) : Briefblok;

/// <summary>A heading below the subject (H2).</summary>
public sealed record Kop(string Tekst) : Briefblok;

/// <summary>Rows have as many cells as there are headers. A column of which every cell is a number or an amount is aligned to the right.</summary>
public sealed record Tabel(IReadOnlyList<string> Koppen, IReadOnlyList<IReadOnlyList<string>> Rijen) : Briefblok;

public sealed record Opsomming(IReadOnlyList<string> Punten) : Briefblok;

/// <summary>Slips to cut apart.</summary>
public sealed record Strookjes(IReadOnlyList<Strookje> Alle) : Briefblok;

/// <param name="Tekst">All that is needed by who has no telephone with a camera; a line feed starts a new line.</param>
/// <param name="Link">Stands beside it as a QR code, and nowhere as text; null for none.</param>
/// <param name="Beschrijving">What a screen reader tells of that code.</param>
public sealed record Strookje(string Tekst, string? Link = null, string Beschrijving = "");
